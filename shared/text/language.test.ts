import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from './language.ts';

const SPOKEN: Readonly<Record<string, string>> = {
  de: 'Also ich mache das jeden Montag, weil die Zahlen sonst nicht stimmen. Dann rufe ich noch mal bei dem Lieferanten an, und wenn er nicht da ist, schreibe ich eben eine Mail. Das ist halt so, aber man muss es ja irgendwie machen, und ich habe auch keine andere Liste für den Einkauf.',
  fr: "Alors je fais ça tous les lundis, parce que les chiffres ne sont pas bons. Après j'appelle le fournisseur, et s'il n'est pas là je lui écris. C'est comme ça, mais il faut bien le faire, et je n'ai pas une autre liste pour les commandes dans la cuisine.",
  es: 'Pues yo lo hago todos los lunes, porque los números no cuadran. Después llamo al proveedor, y si no está le escribo un correo. Es así, pero hay que hacerlo, y no tengo otra lista para los pedidos de la cocina, entonces lo apunto todo en una hoja.',
  it: 'Allora io lo faccio ogni lunedì, perché i numeri non sono giusti. Poi chiamo il fornitore, e se non c’è gli scrivo una mail. È così, ma bisogna farlo, e non ho un’altra lista per gli ordini della cucina, quindi lo scrivo su un foglio.',
  pt: 'Então eu faço isso todas as segundas, porque os números não batem. Depois ligo para o fornecedor, e se ele não está eu escrevo um e-mail. É assim, mas tem que fazer, e não tenho outra lista para os pedidos da cozinha, então anoto tudo em uma folha.',
  nl: 'Dus ik doe dat elke maandag, omdat de cijfers anders niet kloppen. Dan bel ik nog een keer met de leverancier, en als hij er niet is schrijf ik een mail. Dat is nu eenmaal zo, maar je moet het toch doen, en ik heb geen andere lijst voor de bestellingen.',
  cyrl: 'Ну я делаю это каждый понедельник, потому что цифры не сходятся. Потом звоню поставщику, и если его нет, пишу письмо.',
  ja: '毎週月曜日にやっています。数字が合わないので、そのあと仕入れ先に電話をかけます。いなければメールを書きます。',
};

describe('telling the language of words', () => {
  it.each(Object.entries(SPOKEN))('knows %s', (code, text) => {
    expect(detectLanguage(text)?.code).toBe(code);
  });

  it('says nothing about a few words, names, or numbers', () => {
    for (const text of ['', 'Guten Morgen', 'Larder 12 14 18 '.repeat(40)])
      expect(detectLanguage(text)).toBeNull();
  });

  it('takes English with German names and product words for English', () => {
    const text =
      'So I ring the Lieferant at Müller und Söhne and they say the order is not there, and I have to do it again with the girl at the desk because nobody wrote it down for us.';
    expect(detectLanguage(text)?.code).toBe('en');
  });

  it('takes every sample interview for English', () => {
    const folder = join(import.meta.dirname, '..', '..', 'samples', 'larder');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.vtt'))) {
      const text = readFileSync(join(folder, file), 'utf8').replace(/^.*-->.*$/gm, '');
      expect(detectLanguage(text)?.code).toBe('en');
    }
  });
});
