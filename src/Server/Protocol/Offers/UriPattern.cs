using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Protocol.Offers;

/// <summary>A template of URIs, ready to be compared with one.</summary>
internal sealed class UriPattern
{
    private readonly string _scheme;
    private readonly string[] _parts;

    public UriPattern(ResourceTemplate template)
    {
        Template = template;
        int end = template.Uri.IndexOf(ResourceUri.Separator, StringComparison.Ordinal);
        _scheme = template.Uri[..end];
        _parts = template.Uri[(end + ResourceUri.Separator.Length)..].Split('/');
    }

    /// <summary>The template.</summary>
    public ResourceTemplate Template { get; }

    /// <summary>Whether its variables are of these kinds, in order.</summary>
    public bool IsOf(params ReadOnlySpan<EntityKind> kinds)
    {
        for (int i = 0; i < kinds.Length && i < Template.Variables.Length; i++)
        {
            if (Template.Variables[i].Kind != kinds[i])
            {
                return false;
            }
        }

        return kinds.Length == Template.Variables.Length;
    }

    /// <summary>The arguments of the tool that reads a resource, as a JSON object; null when the URI is none of these.</summary>
    public byte[]? ArgumentsFor(string uri)
    {
        if (ResourceUri.Parts(uri, _scheme) is not { } given || given.Length != _parts.Length)
        {
            return null;
        }

        using var buffer = new MessageBuffer();
        // The constants without their closing brace.
        buffer.AppendJson(Template.Arguments.AsSpan()[..^1]);
        bool isFirst = Template.Arguments.Length == 2;
        for (int i = 0; i < given.Length; i++)
        {
            if (IsVariable(_parts[i]))
            {
                buffer.Append(isFirst ? default : ","u8).AppendString(NameOf(_parts[i])).Append(":"u8);
                buffer.AppendString(given[i]);
                isFirst = false;
            }
            else if (given[i] != _parts[i])
            {
                return null;
            }
        }

        return buffer.Append("}"u8).Written.ToArray();
    }

    /// <summary>The URI with these values in place of the variables, in order.</summary>
    public string Expand(params ReadOnlySpan<string> values)
    {
        string[] parts = [.. _parts];
        int next = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            if (IsVariable(parts[i]))
            {
                parts[i] = ResourceUri.Encode(values[next++]);
            }
        }

        return _scheme + ResourceUri.Separator + string.Join('/', parts);
    }

    private static bool IsVariable(string part) => part[0] == '{';

    private static string NameOf(string variable) => variable[1..^1];
}
