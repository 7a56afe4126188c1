using System.Globalization;
using StackExchange.Redis;

namespace ClickUpMcp.Storage.Redis;

/// <summary>Reads the URL of a Redis server, as <c>rediss://user:password@host:6380/0</c>.</summary>
internal static class RedisAddress
{
    public static readonly string[] Schemes = ["redis", "rediss"];

    private const string Shape =
        "redis://USER:PASSWORD@HOST:6379/DATABASE, or rediss://… for TLS, with ?cacert=FILE for an authority of your own";

    private const int Milliseconds = 5000;

    /// <exception cref="StoreException">It is not such a URL; the message does not repeat it.</exception>
    public static ConfigurationOptions Parse(string url)
    {
        StoreUrl parsed = StoreUrl.Parse(url, Shape, Schemes);
        int database = 0;
        if (
            parsed.Host.Length == 0
            || (
                parsed.Path.Length > 0
                && !int.TryParse(parsed.Path, NumberStyles.None, CultureInfo.InvariantCulture, out database)
            )
        )
        {
            throw StoreUrl.Wrong(Shape);
        }

        bool isSecure = url.StartsWith("rediss:", StringComparison.OrdinalIgnoreCase);
        ConfigurationOptions options = new()
        {
            User = parsed.User,
            Password = parsed.Password,
            DefaultDatabase = database,
            Ssl = isSecure,
            SslHost = isSecure ? parsed.Host : null,
            ClientName = "clickup-mcp",
            AbortOnConnectFail = true,
            // For INFO, which says how the server is set up.
            AllowAdmin = true,
            ConnectTimeout = Milliseconds,
            AsyncTimeout = Milliseconds,
            SyncTimeout = Milliseconds,
            KeepAlive = 30,
            // Neither is used: no node is told what another changes in the configuration of the server.
            ConfigurationChannel = "",
            TieBreaker = "",
            IncludeDetailInExceptions = false,
        };
        options.EndPoints.Add(parsed.Host, parsed.Port ?? 6379);
        foreach ((string name, string value) in parsed.Options)
        {
            if (name != "cacert" || !isSecure)
            {
                throw StoreUrl.Wrong(Shape);
            }

            options.TrustIssuer(value);
        }

        return options;
    }
}
