using System.Runtime.InteropServices;
using System.Text;
using ClickUpMcp.Hosting.Keyring;

namespace ClickUpMcp.Tests.Keyring;

/// <summary>A keychain in memory, which counts what it lends, and refuses what it is told to.</summary>
internal sealed class FakeKeychain : IKeychainApi
{
    private const int NotFound = -25300;
    private const int Duplicate = -25299;

    private readonly Dictionary<string, byte[]> _items = [];
    private readonly Dictionary<nint, string> _lent = [];
    private nint _last = 1000;

    /// <summary>What each call returns instead of being done; 0 for nothing.</summary>
    public int Status { get; set; }

    /// <summary>What deleting alone returns instead of being done.</summary>
    public int DeleteStatus { get; set; }

    /// <summary>Holds up each search until it is set.</summary>
    public ManualResetEventSlim Gate { get; } = new(initialState: true);

    /// <summary>The secrets that it has lent and not got back.</summary>
    public int LentSecrets { get; private set; }

    /// <summary>The items that it has lent and not got back.</summary>
    public int LentItems => _lent.Count;

    /// <summary>What it was given to keep, as it stands in the caller's memory.</summary>
    public List<byte[]> Given { get; } = [];

    public IEnumerable<string> Keys => _items.Keys;

    public int Find(byte[] service, byte[] account, out uint length, out nint data, out nint item)
    {
        Gate.Wait(TestContext.Current.CancellationToken);
        (length, data, item) = (0, 0, 0);
        string key = Key(service, account);
        if (Status != 0 || !_items.TryGetValue(key, out byte[]? secret))
        {
            return Status != 0 ? Status : NotFound;
        }

        // Not ended by a zero, as the real one is not: what lies behind it is no part of it.
        data = Marshal.AllocHGlobal(secret.Length + 1);
        Marshal.Copy(secret, 0, data, secret.Length);
        Marshal.WriteByte(data, secret.Length, (byte)'!');
        length = (uint)secret.Length;
        item = ++_last;
        _lent[item] = key;
        LentSecrets++;
        return 0;
    }

    public int Add(byte[] service, byte[] account, byte[] secret)
    {
        Given.Add(secret);
        return Status != 0 ? Status
            : _items.TryAdd(Key(service, account), [.. secret]) ? 0
            : Duplicate;
    }

    public int Delete(nint item) =>
        DeleteStatus != 0 ? DeleteStatus
        : _items.Remove(_lent[item]) ? 0
        : NotFound;

    public void FreeContent(nint data)
    {
        Marshal.FreeHGlobal(data);
        LentSecrets--;
    }

    public void Release(nint item) => _lent.Remove(item).ShouldBeTrue("released once");

    private static string Key(byte[] service, byte[] account) =>
        $"{Encoding.UTF8.GetString(service)} {Encoding.UTF8.GetString(account)}";
}
