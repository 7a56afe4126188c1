using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Catalog;

/// <summary>The catalogue as the engine sees it; the real one is emitted as a static class, tests have their own.</summary>
internal abstract class CatalogView
{
    /// <summary>The category of the tools that find and run other tools.</summary>
    public const string DiscoveryCategory = "discovery";

    /// <summary>The category of the tools that undo what others did.</summary>
    public const string ChangesCategory = "changes";

    /// <summary>How many tools there are.</summary>
    public abstract int Count { get; }

    /// <summary>The categories' names; a tool's category is an index into them.</summary>
    public abstract ReadOnlySpan<string> CategoryNames { get; }

    /// <summary>The personas' names.</summary>
    public abstract ReadOnlySpan<string> PersonaNames { get; }

    /// <summary>The persona of whoever chooses no tools; empty when that lists every tool.</summary>
    public abstract string DefaultPersona { get; }

    /// <summary>The name of the product that the tools are for.</summary>
    public abstract string ProductName { get; }

    /// <summary>What people say when they search tools.</summary>
    public abstract SearchWords SearchWords { get; }

    /// <summary>How long results may be, by client.</summary>
    public abstract ClientResults ClientResults { get; }

    /// <summary>Texts to start a piece of work with, made anew.</summary>
    public abstract PromptDefinition[] Prompts { get; }

    /// <summary>What can be read by URI, made anew.</summary>
    public abstract ResourceTemplate[] Resources { get; }

    /// <summary>Where things show who wrote them, made anew.</summary>
    public virtual AuthorRule[] Authors => [];

    /// <summary>A tool's name on the wire.</summary>
    public abstract string Name(int index);

    /// <summary>Everything known about a tool besides how to run it.</summary>
    public abstract ToolDescriptor Describe(int index);

    /// <summary>A tool's entry in <c>tools/list</c>, as UTF-8 JSON.</summary>
    public abstract ReadOnlySpan<byte> Definition(int index);

    /// <summary>What a tool's structured content is.</summary>
    public abstract OutputSchema OutputSchema(int index);

    /// <summary>A tool's annotations.</summary>
    public abstract ToolTraits Traits(int index);

    /// <summary>What a grant must allow for a tool to run.</summary>
    public abstract ToolScope Scope(int index);

    /// <summary>The index of a tool's category.</summary>
    public abstract int CategoryIndex(int index);

    /// <summary>The tools that a persona lists: bit i of word i/64 is tool i.</summary>
    public abstract ReadOnlySpan<ulong> PersonaTools(int persona);

    /// <summary>The tools that a persona may call, listed or not, as bits.</summary>
    public abstract ReadOnlySpan<ulong> PersonaReach(int persona);

    /// <summary>How an operation that writes is undone, as JSON; null where the spec does not say.</summary>
    public virtual string? Undo(string operation) => null;

    /// <summary>Whether an operation changes nothing although its method is not GET.</summary>
    public virtual bool IsRead(string operation) => false;

    /// <summary>Where an operation writes, one thing a line; null where the spec does not say.</summary>
    public virtual string? Places(string operation) => null;

    /// <summary>The index of the tool with this name or alias; -1 when there is none.</summary>
    public abstract int Find(string name);

    /// <summary>Makes a tool.</summary>
    public abstract ClickUpTool Create(int index);
}
