using System.Net;
using Npgsql;

namespace ClickUpMcp.Storage.Postgres;

/// <summary>Reads the URL of a PostgreSQL database, as <c>postgres://user:password@host:5432/database?sslmode=verify-full</c>.</summary>
internal static class PostgresAddress
{
    public static readonly string[] Schemes = ["postgres", "postgresql"];

    private const int Seconds = 5;
    private const int MostConnections = 20;

    private static readonly Dictionary<string, SslMode> SslModes = new()
    {
        ["disable"] = SslMode.Disable,
        ["prefer"] = SslMode.Prefer,
        ["require"] = SslMode.Require,
        ["verify-ca"] = SslMode.VerifyCA,
        ["verify-full"] = SslMode.VerifyFull,
    };

    /// <summary>What the driver is told. Another machine must show a certificate for its name, unless the URL asks for less.</summary>
    /// <exception cref="StoreException">It is not such a URL; the message does not repeat it.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string url)
    {
        StoreUrl parsed = StoreUrl.Parse(url, Shape, Schemes);
        string database = Uri.UnescapeDataString(parsed.Path);
        string host = parsed.Host;
        NpgsqlConnectionStringBuilder builder = new()
        {
            ApplicationName = "clickup-mcp",
            Port = parsed.Port ?? 5432,
            Username = parsed.User,
            Password = parsed.Password,
            Database = database.Length == 0 ? null : database,
            MaxPoolSize = MostConnections,
            Timeout = Seconds,
            CommandTimeout = Seconds,
            CancellationTimeout = 1000,
            KeepAlive = 30,
            Enlist = false,
        };
        SslMode? mode = null;
        foreach ((string name, string value) in parsed.Options)
        {
            switch (name)
            {
                case "sslmode" when SslModes.TryGetValue(value, out SslMode known):
                    mode = known;
                    break;
                case "sslrootcert":
                    builder.RootCertificate = value;
                    break;
                case "host":
                    host = value;
                    break;
                default:
                    throw StoreUrl.Wrong(Shape);
            }
        }

        builder.Host = host.Length == 0 ? throw StoreUrl.Wrong(Shape) : host;
        builder.SslMode = mode ?? (IsLocal(host) ? SslMode.Prefer : SslMode.VerifyFull);
        return builder;
    }

    private static string Shape =>
        "postgres://USER:PASSWORD@HOST:5432/DATABASE, with ?sslmode=disable|prefer|require|verify-ca|verify-full, "
        + "&sslrootcert=FILE and &host=FOLDER of a Unix socket where wanted";

    private static bool IsLocal(string host) =>
        host.StartsWith('/')
        || host == "localhost"
        || (IPAddress.TryParse(host, out IPAddress? ip) && IPAddress.IsLoopback(ip));
}
