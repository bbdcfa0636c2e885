import { evaluateRetrieval } from '@/tests/eval/dev-sets'
void evaluateRetrieval('/work/shared/dev-sets').then((t) => console.log(t.split('\n').at(-1)))
