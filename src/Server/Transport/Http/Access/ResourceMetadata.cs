using System.Buffers;
using System.Text.Json;
using ClickUpMcp.Tools.Runtime;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>Says what this server is to clients that sign in (RFC 9728): from the configured address alone, never from a request's host.</summary>
/// <param name="Origin">The address that clients use, without a slash at its end.</param>
/// <param name="Issuers">Who gives out tokens for it, as they name themselves; at least one.</param>
/// <param name="InitialScopes">What clients are told to ask for at first.</param>
/// <param name="Title">What people call it.</param>
internal sealed record ResourceMetadata(
    string Origin,
    IReadOnlyList<string> Issuers,
    ToolScopes InitialScopes,
    string Title
)
{
    /// <summary>What goes before a resource's path.</summary>
    public const string WellKnown = "/.well-known/oauth-protected-resource";

    /// <summary>The identifier of what a request asks for: a part of the server is a resource within the whole.</summary>
    public static string ResourceOf(string origin, PathString path) =>
        $"{origin}/{string.Join('/', path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries))}";

    /// <summary>Where the document of a resource is.</summary>
    public string AddressOf(PathString path) => ResourceOf(Origin + WellKnown, path);

    /// <summary>The document.</summary>
    /// <param name="path">The path of the resource.</param>
    public ReadOnlyMemory<byte> Write(PathString path)
    {
        ArrayBufferWriter<byte> output = new();
        using Utf8JsonWriter json = new(output);
        json.WriteStartObject();
        json.WriteString("resource"u8, ResourceOf(Origin, path));
        Write(json, "authorization_servers", Issuers);
        Write(json, "scopes_supported", InitialScopes.ToWords());
        Write(json, "bearer_methods_supported", ["header"]);
        json.WriteString("resource_name"u8, Title);
        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, string member, IEnumerable<string> values)
    {
        json.WriteStartArray(member);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
