using ClickUpMcp.Authorization.Licences;
using ClickUpMcp.Errors;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Hosting.Access;

/// <summary>Counts days in the store: a restart forgives nothing, and all nodes count together.</summary>
internal sealed class StoredDailyQuota(DailyUsage usage) : IDailyQuota
{
    public async ValueTask<TimeSpan?> SpendAsync(UInt128 licence, int limit, CancellationToken cancellationToken)
    {
        try
        {
            return await usage.SpendAsync(KeyOf(licence), limit, cancellationToken);
        }
        catch (StoreException)
        {
            throw new ActionableException(
                "The call could not be counted, because the server's store does not answer.",
                "No call is made that does not count. Nothing was done.",
                "Retry in a moment; if it stays, tell the operator."
            );
        }
    }

    /// <summary>What somebody's days are counted under.</summary>
    public static string KeyOf(UInt128 licence) => licence.ToString("x32", null);
}
