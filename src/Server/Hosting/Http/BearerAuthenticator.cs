using System.Security.Cryptography;
using System.Text;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Hosting.Http;

/// <summary>Knows principals by static bearer tokens, of which only hashes are kept; the file may change while it runs.</summary>
internal sealed class BearerAuthenticator : IAuthenticator
{
    private const string Scheme = "Bearer ";
    private const int ShortestToken = 16;
    private const int LongestToken = 512;

    private readonly string _path;
    private readonly ILogger _logger;
    private BearerToken[] _tokens;
    private DateTime _written;

    /// <exception cref="OptionsException">The file cannot be read.</exception>
    public BearerAuthenticator(string path, ILogger logger)
    {
        _path = path;
        _logger = logger;
        _written = WrittenAt();
        _tokens = BearerTokenFile.Read(path);
    }

    public Principal? Authenticate(HttpRequest request)
    {
        if (
            request.Headers.Authorization is not [{ } header]
            || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || header.Length - Scheme.Length is < ShortestToken or > LongestToken
        )
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim()), hash);
        Principal? found = null;
        // All are compared, each in constant time: how long it takes tells nothing of any of them.
        foreach (BearerToken token in Volatile.Read(ref _tokens))
        {
            if (CryptographicOperations.FixedTimeEquals(hash, token.Hash))
            {
                found = token.Principal;
            }
        }

        return found;
    }

    public bool Knows(Principal principal) =>
        Array.Exists(Volatile.Read(ref _tokens), token => token.Principal.Id == principal.Id);

    public string Challenge(HttpRequest request) =>
        request.Headers.Authorization.Count == 0
            ? "Bearer realm=\"clickup-mcp\""
            : "Bearer realm=\"clickup-mcp\", error=\"invalid_token\"";

    /// <summary>Reads the file again if it was written since; true if it was.</summary>
    public bool ReloadIfChanged()
    {
        if (WrittenAt() == _written)
        {
            return false;
        }

        Reload();
        return true;
    }

    /// <summary>Reads the file again: who does not stand there any more is let in no longer, even where the file is broken or gone.</summary>
    public void Reload()
    {
        _written = WrittenAt();
        BearerToken[] tokens = BearerTokenFile.ReadAgain(_path, out string? problem);
        Volatile.Write(ref _tokens, tokens);
        if (problem is null)
        {
            _logger.LogInformation("The bearer tokens were read again");
        }
        else
        {
            _logger.LogError("Only {Count} bearer tokens are still accepted: {Reason}", tokens.Length, problem);
        }
    }

    private DateTime WrittenAt()
    {
        try
        {
            return File.GetLastWriteTimeUtc(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return DateTime.MinValue;
        }
    }
}
