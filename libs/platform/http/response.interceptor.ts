import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import { contractOf } from './endpoint.decorator.js';

/** What leaves is what the contract says: fields it does not name stay inside, a wrong shape is our error (500). */
@Injectable()
export class ResponseInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const contract = contractOf(context);
    return next.handle().pipe(
      map((value: unknown) => {
        if (!contract || contract.status === 204 || value === undefined) return value;
        const result = contract.response.safeParse(value);
        if (result.success) return result.data;
        const issue = result.error.issues[0];
        throw new Error(
          `${contract.method} ${contract.path} answers outside its contract: ${issue?.path.join('.')}: ${issue?.message}`,
        );
      }),
    );
  }
}
