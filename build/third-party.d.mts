export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly isBundled: boolean;
}
export function shippedPackages(root: string): readonly ShippedPackage[];
export function refusedLicences(expression: string): readonly string[];
export function describeThirdParty(root: string): string;
