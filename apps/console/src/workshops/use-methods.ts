import { listOwnMethods, type Method, type OwnMethodView } from '#contract/workshops';
import { METHODS, readOwnMethodKey } from '#rules/workshops';
import { useEndpoint } from '../api/use-endpoint.js';

export interface Methods {
  /** The ready ones, and one's own that are in use. */
  inUse: readonly Method[];
  own: readonly OwnMethodView[];
  /** The method of a key: of an own one, as it is now. */
  find: (key: string) => Method | undefined;
  pending: boolean;
  error: unknown;
  retry: () => void;
}

/** The methods there are: those of the product, and those that people here wrote. */
export function useMethods(): Methods {
  const reading = useEndpoint(listOwnMethods, {});
  const own = reading.data?.items ?? [];
  const asMethod = ({ key, method }: OwnMethodView): Method => ({ ...method, key });
  return {
    inUse: [...METHODS, ...own.filter(({ archivedAt }) => archivedAt === null).map(asMethod)],
    own,
    find: (key) => {
      const of = readOwnMethodKey(key);
      if (!of) return METHODS.find((method) => method.key === key);
      const found = own.find(({ id }) => id === of.methodId);
      return found && asMethod(found);
    },
    pending: reading.isPending,
    error: reading.error,
    retry: () => void reading.refetch(),
  };
}
