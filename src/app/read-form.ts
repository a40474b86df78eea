import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { UploadedFile } from '#core/http/exchange.ts'
import type { Route } from '#core/http/route.ts'

interface Form {
  form: Record<string, unknown>
  files: UploadedFile[]
}

/** A form's fields (a repeated field becomes a list), a JSON object, plain text (as `text`), or a multipart form with its files. */
export async function readForm(request: FastifyRequest, route: Route): Promise<Form> {
  if (request.isMultipart()) return readParts(request, route).catch(throwAsMalformed)
  const { body } = request
  if (typeof body === 'string') return { form: { text: body }, files: [] }
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
  return { form: isObject ? { ...body } : {}, files: [] }
}

/** The parser's own words for a form that is cut short or has no boundary; what is too large has a status already. */
function throwAsMalformed(error: unknown): never {
  const hasStatus = error instanceof Error && 'statusCode' in error
  throw hasStatus ? error : new MalformedForm('A multipart form could not be read.', { cause: error })
}

class MalformedForm extends Error {
  readonly statusCode = 400
}

async function readParts(request: FastifyRequest, route: Route): Promise<Form> {
  const form: Record<string, unknown> = {}
  const files: UploadedFile[] = []
  const limits = { files: route.uploads?.most ?? 0, fileSize: route.uploads?.bytesEach ?? 0 }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      const file = await readFile(part)
      // A browser sends an empty part for a file field left empty.
      if (file.bytes.length > 0 || file.isTooLarge) files.push(file)
    } else if (!Object.hasOwn(Object.prototype, part.fieldname)) {
      form[part.fieldname] = withAnother(form[part.fieldname], part.value)
    }
  }
  return { form, files }
}

/** Too large a file is read to its end and let go, so that the rest of the form, and a sentence about it, still arrive. */
async function readFile({ fieldname, filename, file }: MultipartFile): Promise<UploadedFile> {
  const chunks: Buffer[] = []
  for await (const chunk of file) chunks.push(chunk)
  const isTooLarge = file.truncated
  return {
    field: fieldname,
    name: filename,
    bytes: isTooLarge ? Buffer.alloc(0) : Buffer.concat(chunks),
    isTooLarge,
  }
}

function withAnother(earlier: unknown, value: unknown): unknown {
  if (earlier === undefined) return value
  return Array.isArray(earlier) ? [...earlier, value] : [earlier, value]
}
