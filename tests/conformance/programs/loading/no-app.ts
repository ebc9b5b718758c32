export default { name: 'not an app' }
