export function checkImports(root: string): Promise<{
  readonly modules: number;
  readonly violations: readonly {
    readonly rule: string;
    readonly from: string;
    readonly to: string;
    readonly via: readonly string[];
  }[];
}>;
