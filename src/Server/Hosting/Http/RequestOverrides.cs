using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ClickUpMcp.Hosting.Http;

/// <summary>What a request asks for in its headers and its path, besides the message itself.</summary>
internal sealed record RequestOverrides
{
    private const string AdditionalKeys = "X-ClickUp-Additional-Keys";

    private static readonly ToolPolicyOptions Nothing = new();

    private Secret? _additionalText;

    /// <summary>The client's own ClickUp token; null to work with the server's.</summary>
    public Secret? ApiKey { get; private init; }

    /// <summary>The client's tokens of further accounts; only with <see cref="ApiKey"/>.</summary>
    public Secret[] AdditionalApiKeys { get; private init; } = [];

    /// <summary>Half of a SHA-256 of the client's tokens; 0 when it sends none.</summary>
    public UInt128 Credential => ApiKey is null ? default : Fingerprint([ApiKey, .. AdditionalApiKeys]);

    /// <summary>The id of the workspace; null for the configured one.</summary>
    public string? Workspace { get; private init; }

    /// <summary>What it says about tools, each part narrowing what the others leave.</summary>
    public required IReadOnlyList<ToolPolicyOptions> Policies { get; init; }

    /// <summary>The places that the client wants to write to alone; empty when it says nothing.</summary>
    public IReadOnlyList<WritePlace> WritePlaces { get; private init; } = [];

    /// <summary>The same in one spelling; empty when it says nothing.</summary>
    public required string PolicyText { get; init; }

    /// <summary>Reads a request.</summary>
    /// <exception cref="HttpFaultException">A header or the path cannot be what it should be.</exception>
    public static RequestOverrides Read(IHeaderDictionary headers, string[] segments)
    {
        Secret? key = Single(headers, "X-ClickUp-Key", SettingValues.ApiKey);
        Secret? additionalText = Single(headers, AdditionalKeys, static text => new Secret(text));
        Secret[] additional = Single(headers, AdditionalKeys, SettingValues.ApiKeys) ?? [];
        if (key is null && additional is not [])
        {
            throw Bad($"{AdditionalKeys} needs X-ClickUp-Key, the key of the first account.");
        }

        (string? pathWorkspace, string? pathPersona) = ReadPath(segments);
        string? headerWorkspace = Single(headers, "X-ClickUp-Team-Id", SettingValues.Digits);
        if (pathWorkspace is not null && headerWorkspace is not null && pathWorkspace != headerWorkspace)
        {
            throw Bad("The path and X-ClickUp-Team-Id name two workspaces; send one of them.");
        }

        ToolPolicyOptions byHeader = new()
        {
            Personas = Text(headers["X-Persona"]),
            EnabledTools = Text(headers["X-Enabled-Tools"]),
            DisabledTools = Text(headers["X-Disabled-Tools"]),
            EnabledCategories = Text(headers["X-Enabled-Categories"]),
            DisabledCategories = Text(headers["X-Disabled-Categories"]),
            ReadOnly = Single(headers, "X-Read-Only", SettingValues.Boolean),
            Confirmation = Single(headers, "X-Confirm", SettingValues.Confirmation),
            Lockdown = Single(headers, "X-Lockdown", SettingValues.Lockdown),
        };
        ToolPolicyOptions byPath = pathPersona is null ? Nothing : new() { Personas = pathPersona };
        IReadOnlyList<WritePlace> places = Single(headers, "X-Write-Places", WritePlace.ParseList) ?? [];
        ToolPolicyOptions[] policies = (byHeader != Nothing, byPath != Nothing) switch
        {
            (false, false) => [],
            (true, false) => [byHeader],
            (false, true) => [byPath],
            _ => [byHeader, byPath],
        };
        return new RequestOverrides
        {
            ApiKey = key,
            AdditionalApiKeys = additional,
            _additionalText = additionalText,
            Workspace = pathWorkspace ?? headerWorkspace,
            Policies = policies,
            WritePlaces = places,
            PolicyText = string.Join(
                '\n',
                policies
                    .Select(static policy => policy.ToString())
                    .Concat(places.Select(static place => place.ToString()))
            ),
        };
    }

    /// <summary>The same with the ClickUp token of a grant, which the client never sees.</summary>
    public RequestOverrides With(Secret key) => this with { ApiKey = key };

    /// <summary>The same with tokens that are erased apart from these.</summary>
    public RequestOverrides Copy() =>
        this with
        {
            ApiKey = ApiKey?.Copy(),
            AdditionalApiKeys = [.. AdditionalApiKeys.Select(static key => key.Copy())],
            _additionalText = null,
        };

    /// <summary>Overwrites the client's tokens, wherever the request has brought them.</summary>
    public void Erase()
    {
        ApiKey?.Erase();
        _additionalText?.Erase();
        foreach (Secret key in AdditionalApiKeys)
        {
            key.Erase();
        }
    }

    /// <remarks>Each request comes here: what it takes is overwritten, so that it leaves no copies of the tokens.</remarks>
    private static UInt128 Fingerprint(Secret[] keys)
    {
        byte[] text = ArrayPool<byte>.Shared.Rent(keys.Sum(static key => key.Reveal().Length + 1));
        int length = 0;
        foreach (Secret key in keys)
        {
            length += Encoding.ASCII.GetBytes(key.Reveal(), text.AsSpan(length));
            text[length++] = (byte)'\n';
        }

        UInt128 fingerprint = BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(text.AsSpan(0, length)));
        ArrayPool<byte>.Shared.Return(text, clearArray: true);
        return fingerprint;
    }

    private static (string? Workspace, string? Persona) ReadPath(string[] segments) =>
        segments switch
        {
            [] => (null, null),
            [var only] when only.All(char.IsAsciiDigit) => (only, null),
            [var only] => (null, only),
            [var workspace, var persona] when workspace.All(char.IsAsciiDigit) => (workspace, persona),
            _ => throw new HttpFaultException(
                HttpFault.Of(
                    StatusCodes.Status404NotFound,
                    "MCP is at /mcp, /mcp/{persona}, /mcp/{workspace id} and /mcp/{workspace id}/{persona}."
                )
            ),
        };

    private static T? Single<T>(IHeaderDictionary headers, string name, Func<string, T> read)
    {
        StringValues values = headers[name];
        if (values.Count == 0)
        {
            return default;
        }

        try
        {
            return values is [{ } value] ? read(value.Trim()) : throw new FormatException("sent once");
        }
        catch (FormatException e)
        {
            throw Bad($"The header {name} must be {e.Message}.");
        }
    }

    /// <summary>The names of a header; null only when it was not sent, since a blank one is no wish for everything.</summary>
    private static string? Text(StringValues values) => values.Count == 0 ? null : values.ToString();

    private static HttpFaultException Bad(string message) => new(HttpFault.BadRequest(message));
}
