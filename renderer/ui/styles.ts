// The global styles of the app: fonts, tokens and the reset, in this order. Whoever mounts the app imports this once;
// everything else is styled by the CSS module beside its component.
import '@fontsource-variable/hanken-grotesk/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './tokens.css';
import './base.css';
