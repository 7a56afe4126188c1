using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Keyring;

namespace ClickUpMcp.Tests.Keyring;

/// <summary>What this program does with the Keychain's replies, down to what it gives back; the system's own functions do not run here.</summary>
public sealed class MacKeychainTests
{
    private const string Host = "api.clickup.com";
    private const string Token = "pk_1_TÖKEN_日本";

    private readonly FakeKeychain _api = new();

    private MacKeychain Keychain => new(_api);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "PA-01")]
    public async Task Keeps_one_token_for_each_host_and_gives_back_all_that_was_lent()
    {
        (await Keychain.FindAsync(Host, Stop)).ShouldBeNull();
        (await Keychain.RemoveAsync(Host, Stop)).ShouldBeFalse();
        await Keychain.StoreAsync(Host, "older", Stop);
        await Keychain.StoreAsync(Host, Token, Stop);
        await Keychain.StoreAsync("127.0.0.1:4000", "other", Stop);

        (await Keychain.FindAsync(Host, Stop)).ShouldBe(Token);
        _api.Keys.Order(StringComparer.Ordinal).ShouldBe(["clickup-mcp 127.0.0.1:4000", $"clickup-mcp {Host}"]);
        (await Keychain.RemoveAsync(Host, Stop)).ShouldBeTrue();
        (await Keychain.FindAsync(Host, Stop)).ShouldBeNull();
        (await Keychain.FindAsync("127.0.0.1:4000", Stop)).ShouldBe("other");
        (_api.LentSecrets, _api.LentItems).ShouldBe((0, 0));
        _api.Given.ShouldAllBe(static secret => secret.All(static value => value == 0), "copies are overwritten");
    }

    [Theory]
    [InlineData(-128, "dismissed")]
    [InlineData(-25293, "not unlocked")]
    [InlineData(-25308, "nobody at a screen")]
    [InlineData(-25291, "status -25291")]
    public async Task A_refusal_says_why_and_what_to_do_instead(int status, string why)
    {
        await Keychain.StoreAsync(Host, Token, Stop);
        _api.Status = status;
        foreach (
            Func<Task> use in (Func<Task>[])
                [
                    () => Keychain.FindAsync(Host, Stop),
                    () => Keychain.StoreAsync(Host, "newer", Stop),
                    () => Keychain.RemoveAsync(Host, Stop),
                ]
        )
        {
            UnusableException refusal = await Should.ThrowAsync<UnusableException>(use);
            refusal.Message.ShouldContain(why);
            refusal.Message.ShouldContain("CLICKUP_API_KEY");
            refusal.Message.ShouldNotContain("pk_1");
        }

        _api.Status = 0;
        (await Keychain.FindAsync(Host, Stop)).ShouldBe(Token);
    }

    [Fact]
    public async Task What_cannot_be_deleted_is_given_back_all_the_same()
    {
        await Keychain.StoreAsync(Host, Token, Stop);
        _api.DeleteStatus = -25244;
        await Should.ThrowAsync<UnusableException>(() => Keychain.RemoveAsync(Host, Stop));
        await Should.ThrowAsync<UnusableException>(() => Keychain.StoreAsync(Host, "newer", Stop));
        (_api.LentSecrets, _api.LentItems).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_question_to_the_user_holds_nobody_up_for_longer_than_they_wait()
    {
        await Keychain.StoreAsync(Host, Token, Stop);
        _api.Gate.Reset();
        using CancellationTokenSource patience = new();
        Task<string?> waiting = Keychain.FindAsync(Host, patience.Token);
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        _api.Gate.Set();
    }
}
