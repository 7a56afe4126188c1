using System.Runtime.InteropServices;
using System.Text;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Keyring;

namespace ClickUpMcp.Tests.Keyring;

/// <summary>What this program does with the Credential Manager's replies, and the bytes that it hands over; the system's own functions do not run here.</summary>
public sealed class WindowsCredentialsTests
{
    private const string Host = "api.clickup.com";
    private const string Token = "pk_1_TÖKEN_日本";

    private readonly FakeCredentials _api = new();

    private WindowsCredentials Credentials => new(_api);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "PA-01")]
    public async Task Keeps_one_token_for_each_host_and_gives_back_all_that_was_lent()
    {
        (await Credentials.FindAsync(Host, Stop)).ShouldBeNull();
        (await Credentials.RemoveAsync(Host, Stop)).ShouldBeFalse();
        await Credentials.StoreAsync(Host, "older", Stop);
        await Credentials.StoreAsync(Host, Token, Stop);
        await Credentials.StoreAsync("127.0.0.1:4000", "other", Stop);

        (await Credentials.FindAsync(Host, Stop)).ShouldBe(Token);
        _api.Targets.Order(StringComparer.Ordinal).ShouldBe(["clickup-mcp:127.0.0.1:4000", $"clickup-mcp:{Host}"]);
        (await Credentials.RemoveAsync(Host, Stop)).ShouldBeTrue();
        (await Credentials.FindAsync(Host, Stop)).ShouldBeNull();
        (await Credentials.FindAsync("127.0.0.1:4000", Stop)).ShouldBe("other");
        _api.Lent.ShouldBe(0);
    }

    [Fact]
    public async Task The_blob_is_UTF_8_for_this_user_on_this_machine_alone()
    {
        await Credentials.StoreAsync(Host, Token, Stop);
        (NativeCredential credential, string? user) = _api.Written;
        (credential.Type, credential.Persist, credential.Flags).ShouldBe((1u, 2u, 0u));
        credential.BlobSize.ShouldBe((uint)Encoding.UTF8.GetByteCount(Token));
        user.ShouldBe("clickup-mcp");
    }

    [Theory]
    [InlineData(2560, true)]
    [InlineData(2561, false)]
    public async Task A_token_that_does_not_fit_is_refused_before_Windows_refuses_it(int length, bool fits)
    {
        Task stored = Credentials.StoreAsync(Host, new string('x', length), Stop);
        if (fits)
        {
            await stored;
        }
        else
        {
            (await Should.ThrowAsync<UnusableException>(stored)).Message.ShouldContain("2560 bytes at most");
        }
    }

    [Theory]
    [InlineData(5, "access was denied")]
    [InlineData(1312, "not signed in")]
    [InlineData(8, "error 8")]
    public async Task A_refusal_says_why_and_what_to_do_instead(int error, string why)
    {
        await Credentials.StoreAsync(Host, Token, Stop);
        _api.Error = error;
        foreach (
            Func<Task> use in (Func<Task>[])
                [
                    () => Credentials.FindAsync(Host, Stop),
                    () => Credentials.StoreAsync(Host, "newer", Stop),
                    () => Credentials.RemoveAsync(Host, Stop),
                ]
        )
        {
            UnusableException refusal = await Should.ThrowAsync<UnusableException>(use);
            refusal.Message.ShouldContain(why);
            refusal.Message.ShouldContain("CLICKUP_API_KEY");
        }

        _api.Error = 0;
        (await Credentials.FindAsync(Host, Stop)).ShouldBe(Token);
    }

    [Fact]
    public void The_layout_is_that_of_CREDENTIALW_on_64_bits()
    {
        Assert.SkipUnless(Environment.Is64BitProcess, "The offsets are those of 64 bits.");
        (string Member, int Offset)[] members =
        [
            (nameof(NativeCredential.Flags), 0),
            (nameof(NativeCredential.Type), 4),
            (nameof(NativeCredential.TargetName), 8),
            (nameof(NativeCredential.Comment), 16),
            (nameof(NativeCredential.LastWritten), 24),
            (nameof(NativeCredential.BlobSize), 32),
            (nameof(NativeCredential.Blob), 40),
            (nameof(NativeCredential.Persist), 48),
            (nameof(NativeCredential.AttributeCount), 52),
            (nameof(NativeCredential.Attributes), 56),
            (nameof(NativeCredential.TargetAlias), 64),
            (nameof(NativeCredential.UserName), 72),
        ];
        foreach ((string member, int offset) in members)
        {
            Marshal.OffsetOf<NativeCredential>(member).ShouldBe(offset, member);
        }

        Marshal.SizeOf<NativeCredential>().ShouldBe(80);
    }
}
