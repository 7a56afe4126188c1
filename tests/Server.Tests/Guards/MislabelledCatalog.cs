using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Guards;

/// <summary>The real tools with labels that lie.</summary>
/// <param name="onlyRead">Whether each says that it changes nothing.</param>
/// <param name="hasOperations">Whether each names the operations that it sends.</param>
internal sealed class MislabelledCatalog(bool onlyRead, bool hasOperations) : CatalogView
{
    private static readonly EmittedCatalog Real = EmittedCatalog.Instance;

    public override int Count => Real.Count;

    public override ReadOnlySpan<string> CategoryNames => Real.CategoryNames;

    public override ReadOnlySpan<string> PersonaNames => Real.PersonaNames;

    public override string DefaultPersona => "";

    public override string ProductName => Real.ProductName;

    public override SearchWords SearchWords => Real.SearchWords;

    public override ClientResults ClientResults => Real.ClientResults;

    public override PromptDefinition[] Prompts => Real.Prompts;

    public override ResourceTemplate[] Resources => Real.Resources;

    public override ToolDescriptor Describe(int index)
    {
        ToolDescriptor tool = Real.Describe(index);
        return hasOperations ? tool : tool with { Operations = [] };
    }

    public override string Name(int index) => Real.Name(index);

    public override ReadOnlySpan<byte> Definition(int index) => Real.Definition(index);

    public override OutputSchema OutputSchema(int index) => Real.OutputSchema(index);

    public override ToolTraits Traits(int index) =>
        onlyRead ? ToolTraits.ReadOnly | ToolTraits.OpenWorld : Real.Traits(index);

    public override ToolScope Scope(int index) => onlyRead ? ToolScope.Read : Real.Scope(index);

    public override int CategoryIndex(int index) => Real.CategoryIndex(index);

    public override ReadOnlySpan<ulong> PersonaTools(int persona) => Real.PersonaTools(persona);

    public override ReadOnlySpan<ulong> PersonaReach(int persona) => Real.PersonaReach(persona);

    public override int Find(string name) => Real.Find(name);

    public override ClickUpTool Create(int index) => Real.Create(index);
}
