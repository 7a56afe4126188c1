using System.Text.Json;
using ClickUpMcp.Authorization.Records;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Authorization.Browser;

/// <summary>Keeps sign-ins that are under way; each step can be taken once, and only by the browser that began.</summary>
internal sealed class SignInStore(SealedStore store, TimeProvider time)
{
    /// <summary>Begins one.</summary>
    /// <returns>Its handle, a secret.</returns>
    public async ValueTask<string> BeginAsync(SignInContent content, CancellationToken cancellationToken)
    {
        string handle = SecretText.Create();
        await store.InsertAsync(
            new StoredRecord(
                AuthorizationRecords.SignIn,
                SecretText.Hash(handle),
                Write(content),
                time.GetUtcNow() + AuthorizationRecords.SignInLife
            ),
            cancellationToken
        );
        return handle;
    }

    /// <summary>A sign-in at a stage, for the browser that began it; null for any other, and if the stage is over.</summary>
    public async ValueTask<SignIn?> FindAsync(
        string handle,
        string? browser,
        SignInStage stage,
        CancellationToken cancellationToken
    )
    {
        StoredRecord? record = await store.FindAsync(
            AuthorizationRecords.SignIn,
            SecretText.Hash(handle),
            cancellationToken
        );
        if (record is null || browser is null)
        {
            return null;
        }

        SignInContent content = JsonSerializer.Deserialize(record.Value.Span, AuthorizationJson.Default.SignInContent)!;
        return SecretText.AreEqual(content.Browser, browser) && content.Stage == stage
            ? new SignIn(handle, record, content)
            : null;
    }

    /// <summary>Takes the next step; false if it was taken already.</summary>
    public ValueTask<bool> TryAdvanceAsync(SignIn from, SignInContent to, CancellationToken cancellationToken) =>
        store.TryReplaceAsync(from.Record with { Value = Write(to) }, cancellationToken);

    /// <summary>Takes the last step; false if it was taken already.</summary>
    public ValueTask<bool> TryEndAsync(SignIn signIn, CancellationToken cancellationToken) =>
        store.TryRemoveAsync(signIn.Record.Kind, signIn.Record.Key, cancellationToken);

    private static byte[] Write(SignInContent content) =>
        JsonSerializer.SerializeToUtf8Bytes(content, AuthorizationJson.Default.SignInContent);
}
