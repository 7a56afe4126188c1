using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools;

/// <summary>An empty catalogue with the emitted one's members; deleted as soon as the generator emits the real one.</summary>
internal static class ToolCatalog
{
    public const int Count = 0;

    public static ReadOnlySpan<string> CategoryNames => [];

    public static ReadOnlySpan<string> PersonaNames => [];

    public static string Name(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    public static ReadOnlySpan<byte> Definition(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    public static ToolTraits Traits(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    public static ToolScope Scope(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    public static int CategoryIndex(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    public static ReadOnlySpan<ulong> PersonaTools(int persona) =>
        throw new ArgumentOutOfRangeException(nameof(persona));

    public static int Find(string name) => -1;

    public static ClickUpTool Create(int index, ToolServices services) =>
        throw new ArgumentOutOfRangeException(nameof(index));
}
