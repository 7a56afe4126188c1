using System.Text;
using System.Text.Json;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools;

/// <summary>The emitted catalogue as clients over HTTP see it: no argument is about files of the server's machine.</summary>
internal sealed class RemoteCatalog : EmittedCatalog
{
    public static new readonly RemoteCatalog Instance = new();

    // By tool; null where nothing is left out.
    private readonly Lazy<byte[]?[]> _definitions = new(static () =>
        [.. Enumerable.Range(0, ToolCatalog.Count).Select(DefinitionOf)]
    );

    public override ToolDescriptor Describe(int index)
    {
        ToolDescriptor tool = ToolCatalog.Describe(index);
        return tool.LocalArguments is []
            ? tool
            : tool with
            {
                InputSchema = Without(tool.InputSchema.Span, tool.LocalArguments),
                LocalArguments = [],
            };
    }

    public override ReadOnlySpan<byte> Definition(int index) =>
        _definitions.Value[index] ?? ToolCatalog.Definition(index);

    private static byte[]? DefinitionOf(int index) =>
        ToolCatalog.Describe(index).LocalArguments is { Length: > 0 } local
            ? Without(ToolCatalog.Definition(index), local)
            : null;

    private static byte[] Without(ReadOnlySpan<byte> json, string[] names)
    {
        byte[] rest = json.ToArray();
        foreach (string name in names)
        {
            // No text holds these bytes: quotes in texts are escaped.
            byte[] start = Encoding.UTF8.GetBytes($"\"{name}\":");
            for (int at = rest.AsSpan().IndexOf(start); at >= 0; at = rest.AsSpan().IndexOf(start))
            {
                rest = Without(rest, at, EndOfValue(rest, at + start.Length));
            }
        }

        return rest;
    }

    private static int EndOfValue(ReadOnlySpan<byte> json, int start)
    {
        Utf8JsonReader reader = new(json[start..]);
        reader.Read();
        reader.Skip();
        return start + (int)reader.BytesConsumed;
    }

    private static byte[] Without(ReadOnlySpan<byte> json, int start, int end)
    {
        if (json[start - 1] == (byte)',')
        {
            start--;
        }
        else if (json[end] == (byte)',')
        {
            end++;
        }

        return [.. json[..start], .. json[end..]];
    }
}
