import ts from 'typescript';

/**
 * The types that come with a client of Google, which are made from the description of its API: what fields there are, and
 * what each may hold.
 */
export class GoogleTypes {
  private readonly interfaces = new Map<string, ts.InterfaceDeclaration>();

  constructor(text: string) {
    const file = ts.createSourceFile('api.d.ts', text, ts.ScriptTarget.ES2022, true);
    const look = (node: ts.Node): void => {
      if (ts.isInterfaceDeclaration(node)) this.interfaces.set(node.name.text, node);
      else ts.forEachChild(node, look);
    };
    look(file);
  }

  /** The names of the fields, those of what it extends included. */
  fieldsOf(name: string): string[] {
    return [...this.fields(name).keys()];
  }

  /** What does not fit the type with this name, in words. */
  faultsOf(name: string, value: unknown, where = name): string[] {
    if (typeof value !== 'object' || value === null) return [`${where} is no object`];
    const fields = this.fields(name);
    return Object.entries(value).flatMap(([field, held]) => {
      const type = fields.get(field);
      return type ? this.faults(type, held, `${where}.${field}`) : [`${where}.${field} is not known`];
    });
  }

  private faults(type: ts.TypeNode, value: unknown, where: string): string[] {
    if (ts.isUnionTypeNode(type)) {
      const tried = type.types.map((one) => this.faults(one, value, where));
      return tried.find((faults) => faults.length === 0) ?? tried[0] ?? [];
    }
    if (ts.isArrayTypeNode(type)) {
      if (!Array.isArray(value)) return [`${where} is no list`];
      return value.flatMap((item, place) => this.faults(type.elementType, item, `${where}[${place}]`));
    }
    if (ts.isTypeReferenceNode(type)) return this.faultsOf(type.typeName.getText(), value, where);
    const wanted = type.getText();
    const held = value === null ? 'null' : typeof value;
    return held === wanted ? [] : [`${where} is ${held}, not ${wanted}`];
  }

  private fields(name: string): Map<string, ts.TypeNode> {
    const declared = this.interfaces.get(name);
    if (!declared) throw new Error(`${name} is not described`);
    const extended = (declared.heritageClauses ?? []).flatMap(({ types }) =>
      types.flatMap((one) => [...this.fields(one.expression.getText())]),
    );
    const own = declared.members.flatMap((member): [string, ts.TypeNode][] =>
      ts.isPropertySignature(member) && member.type ? [[member.name.getText(), member.type]] : [],
    );
    return new Map([...extended, ...own]);
  }
}
