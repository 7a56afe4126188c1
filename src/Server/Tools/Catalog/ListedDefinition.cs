using System.Buffers;

namespace ClickUpMcp.Tools.Catalog;

/// <summary>A tool's entry in a list as emitted, which names the workspace last, and the same without it.</summary>
internal static class ListedDefinition
{
    private static ReadOnlySpan<byte> Workspace => "\"workspace\":{\"type\":\"string\"}"u8;

    private static ReadOnlySpan<byte> EmptyBefore => ",\"properties\":{"u8;

    /// <summary>Writes the definition, or a part of it.</summary>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> definition, bool oneWorkspace)
    {
        // No text holds these bytes: quotes in texts are escaped.
        int start = oneWorkspace ? definition.IndexOf(Workspace) : -1;
        if (start < 0)
        {
            output.Write(definition);
            return;
        }

        ReadOnlySpan<byte> before = definition[..start];
        ReadOnlySpan<byte> after = definition[(start + Workspace.Length)..];
        if (before.EndsWith(","u8))
        {
            output.Write(before[..^1]);
            output.Write(after);
        }
        else
        {
            output.Write(before[..^EmptyBefore.Length]);
            output.Write(after[1..]);
        }
    }
}
