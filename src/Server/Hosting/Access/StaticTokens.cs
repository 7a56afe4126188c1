using System.Security.Cryptography;
using System.Text;
using ClickUpMcp.Transport.Http;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Hosting.Access;

/// <summary>Knows principals by static bearer tokens, of which only hashes are kept; the file may change while it runs.</summary>
internal sealed class StaticTokens : ITokenKind
{
    private readonly string _path;
    private readonly ILogger _logger;
    private BearerToken[] _tokens;
    private DateTime _written;

    /// <exception cref="OptionsException">The file cannot be read.</exception>
    public StaticTokens(string path, ILogger logger)
    {
        _path = path;
        _logger = logger;
        _written = WrittenAt();
        _tokens = BearerTokenFile.Read(path);
    }

    public PrincipalKind Kind => PrincipalKind.StaticToken;

    public ValueTask<Principal?> FindAsync(PresentedToken credential, CancellationToken cancellationToken) =>
        new(Find(credential.Text));

    public ValueTask<bool> KnowsAsync(Principal principal, CancellationToken cancellationToken) =>
        new(Array.Exists(Volatile.Read(ref _tokens), token => token.Principal.Id == principal.Id));

    /// <summary>Reads the file again if it was written since.</summary>
    public void ReloadIfChanged()
    {
        if (WrittenAt() != _written)
        {
            Reload();
        }
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

    private Principal? Find(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(token), hash);
        Principal? found = null;
        // All are compared, each in constant time: how long it takes tells nothing of any of them.
        foreach (BearerToken known in Volatile.Read(ref _tokens))
        {
            if (CryptographicOperations.FixedTimeEquals(hash, known.Hash))
            {
                found = known.Principal;
            }
        }

        return found;
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
