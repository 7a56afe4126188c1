namespace ClickUpMcp.Storage.Tests;

/// <summary>Which store an address opens.</summary>
public sealed class StoreFactoryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opens_what_the_address_names()
    {
        using TestFolder folder = new();
        string address = $"sqlite:{folder.File("store.db")}";
        await using IRecordStore memory = await StoreFactory.OpenAsync("memory", TimeProvider.System, Stop);
        await using IRecordStore sqlite = await StoreFactory.OpenAsync(
            StoreFactory.Check(address),
            TimeProvider.System,
            Stop
        );

        memory.Name.ShouldBe("memory");
        sqlite.Name.ShouldBe("sqlite");
        StoreFactory.IsDurable("memory").ShouldBeFalse();
        StoreFactory.IsDurable(address).ShouldBeTrue();
        memory.ShouldBeOfType<CheckedRecordStore>();
        sqlite.ShouldBeOfType<CheckedRecordStore>();
    }

    [Theory]
    [InlineData("postgres://u:p@host/records", true)]
    [InlineData("postgresql://u:p@host/records", true)]
    [InlineData("redis://:p@host", true)]
    [InlineData("rediss://:p@host/1", true)]
    [InlineData("memory", false)]
    [InlineData("sqlite:redis://", false)]
    public void Several_nodes_can_share_a_server(string address, bool isShared)
    {
        StoreFactory.Check(address).ShouldBe(address);
        StoreFactory.IsShared(address).ShouldBe(isShared);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sqlite:")]
    [InlineData("sqlite")]
    [InlineData("MEMORY")]
    [InlineData("postgres")]
    [InlineData("redis:host")]
    [InlineData("mysql://anna:password@host/db")]
    public async Task Refuses_any_other_without_repeating_it(string address)
    {
        string checkedAs = Should.Throw<FormatException>(() => StoreFactory.Check(address)).Message;
        string opened = (
            await Should.ThrowAsync<StoreException>(async () =>
                await StoreFactory.OpenAsync(address, TimeProvider.System, Stop)
            )
        ).Message;

        checkedAs.ShouldContain("sqlite:PATH");
        opened.ShouldContain("sqlite:PATH");
        (checkedAs + opened).ShouldNotContain("password");
    }
}
