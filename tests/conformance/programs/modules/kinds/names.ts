export interface Shape {
  readonly side: number
}
export type Named = { readonly name: string }
export enum Kind {
  Small,
  Large = 5,
}
export const size = ({ side }: Shape): number => side ** 2
const own = 'renamed'

export { own as named }
export default function again(): string {
  return 'default'
}
