import { guestOf } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { refuseForeign } from '@/app/api/request'
import { noInterview } from './rejections'

/**
 * Handles what the owner of an interview asks for without a body. What comes from another site, or from a visitor who has
 * no interviews, goes no further.
 * @param answer given the parameters of the address, and who asks
 */
export const owned = <Params extends { readonly id: string }>(
  answer: (asked: Params & { readonly owner: string }) => Promise<Response>,
) =>
  handle(async (request: Request, { params }: { params: Promise<Params> }) => {
    const foreign = refuseForeign(request)
    if (foreign) return foreign
    const owner = await guestOf(request)
    return owner === undefined ? noInterview() : answer({ ...(await params), owner })
  })
