using System.Buffers;

namespace ClickUpMcp.Tools.Catalog;

/// <summary>A tool's entry in a list as emitted, which names the workspace last, and the same without it.</summary>
internal static class ListedDefinition
{
    private static ReadOnlySpan<byte> Workspace => "\"workspace\":{\"type\":\"string\"}"u8;

    private static ReadOnlySpan<byte> EmptyBefore => ",\"properties\":{"u8;

    /// <summary>Writes the definition, or a part of it.</summary>
    public static void Write(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> definition, bool oneWorkspace)
    {
        // No text holds these bytes: quotes in texts are escaped.
        int start = oneWorkspace ? definition.IndexOf(Workspace) : -1;
        if (start < 0)
        {
            Append(output, definition);
            return;
        }

        ReadOnlySpan<byte> before = definition[..start];
        ReadOnlySpan<byte> after = definition[(start + Workspace.Length)..];
        if (before.EndsWith(","u8))
        {
            Append(output, before[..^1]);
            Append(output, after);
        }
        else
        {
            Append(output, before[..^EmptyBefore.Length]);
            Append(output, after[1..]);
        }
    }

    /// <summary>Appends bytes.</summary>
    /// <remarks>Not by the extension for <see cref="IBufferWriter{T}"/>, whose calls through the interface show in the memory of every start.</remarks>
    public static void Append(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(output.GetSpan(bytes.Length));
        output.Advance(bytes.Length);
    }
}
