using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ClickUpMcp.Storage.Sqlite;

/// <summary>Says what to do when SQLite fails; its own texts name files, so they are not passed on.</summary>
internal static class SqliteFailures
{
    public static StoreException Explain(SqliteException error) =>
        new(
            error.SqliteErrorCode switch
            {
                raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT or raw.SQLITE_MISMATCH =>
                    "The file is no database, or it is damaged. Name another file, or restore it from a backup.",
                raw.SQLITE_FULL => "The disk of the database is full. Make room; nothing that was answered is lost.",
                raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
                    "The database cannot be written. Let this user write the file and its folder.",
                raw.SQLITE_CANTOPEN =>
                    "The database cannot be opened. Let this user read and write the file and its folder.",
                raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
                    "Another process has held the database for too long. See what else has it open; try again later.",
                raw.SQLITE_IOERR =>
                    "The disk of the database failed. See the log of the system; use a local disk, not a shared folder.",
                int code =>
                    $"The database cannot be used (SQLite error {code}). Check the file and its disk; try again later.",
            },
            error
        );
}
