using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools;

/// <summary>The catalogue that the generator emitted from the spec.</summary>
internal class EmittedCatalog : CatalogView
{
    public static readonly EmittedCatalog Instance = new();

    public override int Count => ToolCatalog.Count;

    public override ReadOnlySpan<string> CategoryNames => ToolCatalog.CategoryNames;

    public override ReadOnlySpan<string> PersonaNames => ToolCatalog.PersonaNames;

    public override string DefaultPersona => ToolCatalog.DefaultPersona;

    public override string ProductName => ToolCatalog.ServerTitle;

    public override SearchWords SearchWords => ToolCatalog.SearchWords();

    public override ClientResults ClientResults => ToolCatalog.ClientResults;

    public override AuthorRule[] Authors => ToolCatalog.Authors();

    public override PromptDefinition[] Prompts => ToolCatalog.Prompts();

    public override ResourceTemplate[] Resources => ToolCatalog.Resources();

    public override ToolDescriptor Describe(int index) => ToolCatalog.Describe(index);

    public override string Name(int index) => ToolCatalog.Name(index);

    public override ReadOnlySpan<byte> Definition(int index) => ToolCatalog.Definition(index);

    public override OutputSchema OutputSchema(int index) => ToolCatalog.OutputSchema(index);

    public override ToolTraits Traits(int index) => ToolCatalog.Traits(index);

    public override ToolScope Scope(int index) => ToolCatalog.Scope(index);

    public override int CategoryIndex(int index) => ToolCatalog.CategoryIndex(index);

    public override ReadOnlySpan<ulong> PersonaTools(int persona) => ToolCatalog.PersonaTools(persona);

    public override ReadOnlySpan<ulong> PersonaReach(int persona) => ToolCatalog.PersonaReach(persona);

    public override string? Undo(string operation) => ToolCatalog.Undo(operation);

    public override bool IsRead(string operation) => ToolCatalog.Upstream.Reads.Contains(operation);

    public override string? Places(string operation) => ToolCatalog.Places(operation);

    public override int Find(string name) => ToolCatalog.Find(name);

    public override ClickUpTool Create(int index) => ToolCatalog.Create(index);
}
