using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using ClickUpMcp.Authorization.Browser;
using ClickUpMcp.Authorization.Records;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Authorization.Clients;

/// <summary>Lets clients register themselves (RFC 7591); what they call themselves is proved by nothing.</summary>
internal sealed class RegistrationEndpoint(
    ClientStore clients,
    RedirectUris redirects,
    AuthorizationOptions options,
    TimeProvider time
)
{
    private const int MostBytes = 16 * 1024;
    private const string SecretPrefix = "mcp_cs_";

    public async Task HandleAsync(HttpContext context)
    {
        if (!options.AllowsRegistration)
        {
            await JsonReply.ErrorAsync(
                context,
                StatusCodes.Status403Forbidden,
                "access_denied",
                "Clients cannot register themselves here; use a client id metadata document, or ask the operator."
            );
            return;
        }

        if (!context.Request.HasJsonContentType())
        {
            await RefuseAsync(context, new ClientMetadataException("Send the metadata as application/json."));
            return;
        }

        if (await ReadAsync(context) is not { } body)
        {
            await RefuseAsync(context, new ClientMetadataException($"The metadata has at most {MostBytes} bytes."));
            return;
        }

        try
        {
            using JsonDocument document = ClientMetadata.Parse(body);
            await RegisterAsync(context, document.RootElement);
        }
        catch (ClientMetadataException refusal)
        {
            await RefuseAsync(context, refusal);
        }
    }

    private async Task RegisterAsync(HttpContext context, JsonElement root)
    {
        ClientMetadata.MustContain(root, "grant_types", "authorization_code");
        ClientMetadata.MustContain(root, "response_types", "code");
        // RFC 7591: a client that says nothing wants client_secret_basic.
        string authentication = ClientMetadata.Authentication(
            root,
            ClientAuthentication.Basic,
            ClientAuthentication.All
        );
        string? secret = authentication == ClientAuthentication.None ? null : SecretText.Create(SecretPrefix);
        Client client = new(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            ClientMetadata.Name(root),
            ClientMetadata.Redirects(root, redirects),
            authentication,
            secret is null ? null : SecretText.Hash(secret),
            VerifiedHost: null
        );
        DateTimeOffset expires = await clients.AddAsync(client, context.RequestAborted);
        await JsonReply.WriteAsync(
            context,
            StatusCodes.Status201Created,
            writer => Write(writer, client, secret, expires)
        );
    }

    private void Write(Utf8JsonWriter writer, Client client, string? secret, DateTimeOffset expires)
    {
        writer.WriteString("client_id", client.Id);
        writer.WriteNumber("client_id_issued_at", time.GetUtcNow().ToUnixTimeSeconds());
        if (secret is not null)
        {
            writer.WriteString("client_secret", secret);
            writer.WriteNumber("client_secret_expires_at", expires.ToUnixTimeSeconds());
        }

        writer.WriteString("client_name", client.Name);
        WriteList(writer, "redirect_uris", client.RedirectUris);
        WriteList(writer, "grant_types", ["authorization_code", "refresh_token"]);
        WriteList(writer, "response_types", ["code"]);
        writer.WriteString("token_endpoint_auth_method", client.Authentication);
        writer.WriteString("scope", string.Join(' ', Scopes.All));
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(MostBytes + 1);
        try
        {
            int read = await context.Request.Body.ReadAtLeastAsync(
                buffer.AsMemory(0, MostBytes + 1),
                MostBytes + 1,
                throwOnEndOfStream: false,
                context.RequestAborted
            );
            return read <= MostBytes ? buffer[..read] : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static Task RefuseAsync(HttpContext context, ClientMetadataException refusal) =>
        JsonReply.ErrorAsync(context, StatusCodes.Status400BadRequest, refusal.Error, refusal.Message);
}
