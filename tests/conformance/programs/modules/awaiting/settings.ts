export const order: string[] = ['settings began']
export const settings = await new Promise<{ name: string }>(resolve =>
  setTimeout(() => resolve({ name: 'awaited' }), 2),
)
order.push('settings done')
