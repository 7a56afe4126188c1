using ClickUpMcp.Storage.Sqlite;
using ClickUpMcp.Tests;
using Microsoft.Data.Sqlite;

namespace ClickUpMcp.Storage.Tests.Sqlite;

/// <summary>Which files the SQLite store makes, takes and refuses, and what it says.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private static readonly RecordKind Kind = new("kind", "Tests.", TimeSpan.FromDays(1));

    private readonly TestFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => _folder.File("store.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Promise", "PB-07")]
    public async Task Its_files_are_for_their_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such modes on Windows.");
        await using SqliteRecordStore store = new(Path, TimeProvider.System);
        await InsertAsync(store, "a");

        string[] files = [.. Directory.EnumerateFiles(_folder.Path).Order()];
        files.ShouldBe([Path, Path + "-shm", Path + "-wal"]);
        foreach (string file in files)
        {
            ModeOf(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }
    }

    [Theory]
    [InlineData("store.db")]
    [InlineData("store.db-wal")]
    public void Refuses_files_that_others_can_open(string exposed)
    {
        Open();
        PrivateFile.Write(_folder.File(exposed == "store.db" ? "other" : exposed), "");
        PrivateFile.Open(_folder.File(exposed), UnixFileMode.OtherRead);

        Refusal().ShouldContain("chmod o-rw");
    }

    [Fact]
    public void Takes_a_file_that_its_group_can_open()
    {
        Open();
        PrivateFile.Open(Path, UnixFileMode.GroupRead | UnixFileMode.GroupWrite);
        Open();
    }

    [Fact]
    public void Refuses_what_is_no_database()
    {
        PrivateFile.Write(Path, new string('x', 4096));
        Refusal().ShouldContain("no database");
    }

    [Fact]
    public void Refuses_the_database_of_another_program()
    {
        Open();
        File.Delete(Path);
        PrivateFile.Write(Path, "");
        Execute("CREATE TABLE theirs (a)");
        Refusal().ShouldContain("another program");
    }

    [Fact]
    public void Refuses_a_later_version_and_says_which()
    {
        Open();
        Execute("PRAGMA user_version = 99");
        Refusal().ShouldContain("version 99");
    }

    [Fact]
    public void Refuses_a_folder_and_a_folder_that_is_not_there()
    {
        Should.Throw<StoreException>(() => new SqliteRecordStore(_folder.Path, TimeProvider.System));
        Should
            .Throw<StoreException>(() => new SqliteRecordStore(_folder.File("no/such.db"), TimeProvider.System))
            .Message.ShouldContain("folder that exists");
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData("file:other.db?mode=memory")]
    public void A_name_with_a_meaning_to_SQLite_is_a_file_like_any(string name)
    {
        string former = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(_folder.Path);
        try
        {
            new SqliteRecordStore(name, TimeProvider.System).DisposeAsync().AsTask().IsCompleted.ShouldBeTrue();
            File.Exists(_folder.File(name)).ShouldBeTrue();
        }
        finally
        {
            Directory.SetCurrentDirectory(former);
        }
    }

    [Fact]
    public void Says_that_the_disk_is_full()
    {
        Open();
        using SqliteConnection connection = Connect(SqliteOpenMode.ReadWrite);
        // What SQLite itself takes for a full disk: no page more than there are.
        Execute(connection, "PRAGMA max_page_count = 1");

        SqliteException full = Should.Throw<SqliteException>(() =>
            Execute(connection, "INSERT INTO records SELECT 'k', 'k', zeroblob(100000), 0, NULL, NULL, NULL, 1")
        );

        SqliteFailures.Explain(full).Message.ShouldContain("disk of the database is full");
    }

    [Fact]
    public void Says_that_it_cannot_write()
    {
        Open();
        using SqliteConnection connection = Connect(SqliteOpenMode.ReadOnly);
        SqliteException refused = Should.Throw<SqliteException>(() => Execute(connection, "DELETE FROM records"));
        SqliteFailures.Explain(refused).Message.ShouldContain("cannot be written");
    }

    [Theory]
    [InlineData(5, "Another process")]
    [InlineData(10, "disk")]
    [InlineData(11, "backup")]
    [InlineData(14, "read and write the file and its folder")]
    [InlineData(99, "SQLite error 99")]
    public void Says_what_to_do_and_not_what_SQLite_said(int code, string part)
    {
        string message = SqliteFailures.Explain(new SqliteException("in /a/path", code)).Message;
        message.ShouldContain(part);
        message.ShouldNotContain("/a/path");
    }

    [Fact]
    public async Task Tells_nobody_where_the_file_is()
    {
        await using (SqliteRecordStore store = new(Path, TimeProvider.System))
        {
            await InsertAsync(store, "a");
        }

        File.WriteAllBytes(Path, [.. "SQLite format 3\0"u8, .. new byte[8176]]);
        Refusal().ShouldNotContain(_folder.Path);
    }

    private static UnixFileMode? ModeOf(string file) => OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(file);

    private void Open() => new SqliteRecordStore(Path, TimeProvider.System).DisposeAsync().AsTask().Wait(Stop);

    private string Refusal() =>
        Should.Throw<StoreException>(() => new SqliteRecordStore(Path, TimeProvider.System)).Message;

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        SqliteConnectionStringBuilder settings = new()
        {
            DataSource = Path,
            Pooling = false,
            Mode = mode,
        };
        SqliteConnection connection = new(settings.ToString());
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using SqliteConnection connection = Connect(SqliteOpenMode.ReadWriteCreate);
        Execute(connection, sql);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task InsertAsync(SqliteRecordStore store, string key, byte[]? value = null)
    {
        StoredRecord record = new(Kind, key, value ?? [], TimeProvider.System.GetUtcNow().AddHours(1));
        (await store.TryInsertAsync(record, Stop)).ShouldBeTrue();
    }
}
