using System.Text.Json;
using ClickUpMcp.Authorization.Records;
using ClickUpMcp.Storage;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ClickUpMcp.Authorization.Tokens;

/// <summary>Keeps codes and tokens under their hashes: what is given away cannot be read from the store.</summary>
internal sealed class TokenStore(IRecordStore store, TimeProvider time)
{
    /// <summary>Makes a code or a token.</summary>
    /// <param name="content">What it means.</param>
    /// <param name="owner">The user, as a hash.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What the client gets.</returns>
    public async ValueTask<string> IssueAsync(TokenContent content, string owner, CancellationToken cancellationToken)
    {
        string token = SecretText.Create(TokenTypes.PrefixOf(content.Type));
        StoredRecord record = new(
            TokenTypes.KindOf(content.Type),
            SecretText.Hash(token),
            Write(content),
            RememberedUntil(content)
        )
        {
            Owner = owner,
            Group = content.GrantId,
        };
        return await store.TryInsertAsync(record, cancellationToken)
            ? token
            : throw new InvalidOperationException("A random key is taken.");
    }

    /// <summary>A code or a token, redeemed or not; null if it is none of ours or expired.</summary>
    public async ValueTask<KeptToken?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (TokenTypes.TypeOf(token) is not { } type)
        {
            return null;
        }

        StoredRecord? record = await store.FindAsync(
            TokenTypes.KindOf(type),
            SecretText.Hash(token),
            cancellationToken
        );
        return record is not null
            ? new KeptToken(
                record,
                JsonSerializer.Deserialize(record.Value.Span, AuthorizationJson.Default.TokenContent)!
            )
            : null;
    }

    /// <summary>Whether a code or a token has not expired; one that has is kept only so that its replay is noticed.</summary>
    public bool IsCurrent(TokenContent content) => time.GetUtcNow() < content.Expires;

    /// <summary>Uses up what may be used once; false for all but the first who tries.</summary>
    public ValueTask<bool> TryRedeemAsync(KeptToken token, CancellationToken cancellationToken) =>
        token.Content.IsRedeemed
            ? ValueTask.FromResult(false)
            : store.TryReplaceAsync(
                token.Record with
                {
                    Value = Write(token.Content with { IsRedeemed = true }),
                },
                cancellationToken
            );

    public ValueTask<bool> RemoveAsync(KeptToken token, CancellationToken cancellationToken) =>
        store.TryRemoveAsync(token.Record.Kind, token.Record.Key, version: null, cancellationToken);

    private DateTimeOffset RememberedUntil(TokenContent content) =>
        content.Type == TokenTypeIdentifiers.Private.AuthorizationCode
            ? time.GetUtcNow() + AuthorizationRecords.Code.LongestLife
            : content.Expires;

    private static byte[] Write(TokenContent content) =>
        JsonSerializer.SerializeToUtf8Bytes(content, AuthorizationJson.Default.TokenContent);
}
