using System.Net.Sockets;
using Npgsql;

namespace ClickUpMcp.Storage.Postgres;

/// <summary>Says what to do when PostgreSQL fails; the driver's own texts name addresses, so they are not passed on.</summary>
internal static class PostgresFailures
{
    public static bool IsFailure(Exception error) =>
        error is NpgsqlException or SocketException or TimeoutException or IOException;

    /// <summary>Whether the statement surely had no effect, so that it may be sent again whatever it does.</summary>
    public static bool IsWithoutEffect(Exception error) =>
        error
            is PostgresException
            {
                SqlState: PostgresErrorCodes.AdminShutdown
                    or PostgresErrorCodes.CannotConnectNow
                    or PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
            };

    public static StoreException Explain(Exception error) =>
        new(
            error switch
            {
                PostgresException
                {
                    SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification
                } => "PostgreSQL refuses the user or the password. Check both in the address of the store.",
                PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
                    "PostgreSQL has no such database. Create it, or name another in the address of the store.",
                PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
                    "PostgreSQL does not let this user do what the store needs. Let it create tables in its schema, and own them.",
                PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } =>
                    "PostgreSQL takes no more connections. Raise max_connections: each node uses up to 20.",
                PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
                    "The disk of PostgreSQL is full. Make room; nothing that was answered is lost.",
                PostgresException known =>
                    $"PostgreSQL cannot serve the store (SQLSTATE {known.SqlState}). Its log says more; try again later.",
                NpgsqlException { InnerException: TimeoutException } or TimeoutException =>
                    "PostgreSQL did not answer in time. See whether it is overloaded or unreachable; try again later.",
                NpgsqlException { InnerException: System.Security.Authentication.AuthenticationException } =>
                    "PostgreSQL's certificate is not trusted. Name its authority with sslrootcert, or see whether it is the right server.",
                _ =>
                    "PostgreSQL cannot be reached. See whether it runs and whether the address of the store is right; try again later.",
            }
        );
}
