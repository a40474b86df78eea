import { afterAll, expect, test } from 'vitest'
import { handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const words =
  'Two *things*:\n\n- a bench\n- a [roof](https://roofs.example/plan)\n\n<b>now</b> [x](javascript:alert(1))'

test('light markup is read on the story, the preview and the desk', async () => {
  const { number, path } = await handedIn(house, { words, to: 'housing' })
  const noor = await house.as('noor')
  const pages = [
    await house.visitor().get(path),
    await house.visitor().post('/submissions/preview', { title: 'x', words, authorship: 'anonymous' }),
    await noor.get(`/submissions/${number}/decision`),
  ]
  for (const { body } of pages) {
    expect(body).toContain('<p dir="auto">Two <em>things</em>:</p><ul dir="auto"><li><div>a bench</div></li>')
    expect(body).toContain('<a href="https://roofs.example/plan" rel="nofollow ugc noopener">roof</a>')
    expect(body).toContain('&lt;b>now&lt;/b> [x](javascript:alert(1))')
  }
})

test('programs get the words as they were typed, with their format, and may choose plain', async () => {
  const { number } = await handedIn(house, { words })
  const light = JSON.parse((await house.visitor().getJson(`/api/v1/submissions/${number}`)).body)
  expect(light).toMatchObject({ words, format: 'light' })
  const plain = await handedIn(house, { words, format: 'plain' })
  expect((await house.visitor().get(plain.path)).body).toContain('<p dir="auto">Two *things*:</p>')
})
