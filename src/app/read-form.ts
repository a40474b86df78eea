import type { FastifyRequest } from 'fastify'
import type { UploadedFile } from '#core/http/exchange.ts'
import type { Route } from '#core/http/route.ts'

interface Form {
  form: Record<string, unknown>
  files: UploadedFile[]
}

/** A form's fields (a repeated field becomes a list), a JSON object, plain text (as `text`), or a multipart form with its files. */
export async function readForm(request: FastifyRequest, route: Route): Promise<Form> {
  if (request.isMultipart()) return readParts(request, route)
  const { body } = request
  if (typeof body === 'string') return { form: { text: body }, files: [] }
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
  return { form: isObject ? { ...body } : {}, files: [] }
}

async function readParts(request: FastifyRequest, route: Route): Promise<Form> {
  const form: Record<string, unknown> = {}
  const files: UploadedFile[] = []
  const limits = { files: route.uploads?.most ?? 0, fileSize: route.uploads?.bytesEach ?? 0 }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      // A browser sends an empty part for a file field left empty.
      if (bytes.length > 0) files.push({ field: part.fieldname, name: part.filename, bytes })
    } else if (!Object.hasOwn(Object.prototype, part.fieldname)) {
      form[part.fieldname] = withAnother(form[part.fieldname], part.value)
    }
  }
  return { form, files }
}

function withAnother(earlier: unknown, value: unknown): unknown {
  if (earlier === undefined) return value
  return Array.isArray(earlier) ? [...earlier, value] : [earlier, value]
}
