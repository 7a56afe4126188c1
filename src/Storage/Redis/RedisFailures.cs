using StackExchange.Redis;

namespace ClickUpMcp.Storage.Redis;

/// <summary>Says what to do when Redis fails; the driver's own texts name addresses, so they are not passed on.</summary>
internal static class RedisFailures
{
    public static bool IsFailure(Exception error) => error is RedisException or RedisTimeoutException or IOException;

    public static StoreException Explain(Exception error) => new(Describe(error));

    private static string Describe(Exception error) =>
        error switch
        {
            RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } => Refused,
            RedisServerException server => Describe(server.Message),
            RedisTimeoutException =>
                "Redis did not answer in time. See whether it is overloaded or unreachable; try again later.",
            _ =>
                "Redis cannot be reached. See whether it runs and whether the address of the store is right; try again later.",
        };

    private const string Refused = "Redis refuses the user or the password. Check both in the address of the store.";

    private static string Describe(string answer) =>
        answer.Split(' ')[0] switch
        {
            "NOAUTH" or "WRONGPASS" => Refused,
            "NOPERM" =>
                "Redis does not let this user do what the store needs: EVAL, EVALSHA, SCRIPT, INFO, PING, and reading and writing keys.",
            "OOM" => "Redis has no memory left. Raise maxmemory; nothing that was answered is lost.",
            "MISCONF" =>
                "Redis cannot write to its disk and takes no changes. Its log says why; make room, or repair the disk.",
            "READONLY" => "This Redis is a replica and takes no changes. Name the primary in the address of the store.",
            "LOADING" or "BUSY" or "TRYAGAIN" or "MASTERDOWN" =>
                "Redis is busy and serves nobody yet. Try again later.",
            _ => "Redis answered with an error. Its log says more; see whether its version is 6 or later.",
        };
}
