using System.Text;
using ClickUpMcp.Hosting;
using ClickUpMcp.Projection;
using ClickUpMcp.Tests.Resolution;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Runtime;

/// <summary>Whoever has several workspaces finds the argument for them in the list of tools.</summary>
public sealed class WorkspaceListTests
{
    private const string Teams = "/api/v2/team";
    private const string Two = """{"teams":[{"id":"1","name":"A","members":[]},{"id":"2","name":"B","members":[]}]}""";
    private const string One = """{"teams":[{"id":"1","name":"A","members":[]}]}""";

    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(Two, true)]
    [InlineData(One, false)]
    public async Task The_list_shows_the_workspace_where_there_are_several(string teams, bool isShown)
    {
        Resolution.FakeClickUp clickUp = new();
        clickUp.Set(Teams, teams);
        ToolGateway gateway = Gateway(clickUp);

        gateway.IsListKnown.ShouldBeFalse();
        await gateway.LearnListAsync(TestContext.Current.CancellationToken);

        gateway.IsListKnown.ShouldBeTrue();
        Shows(gateway).ShouldBe(isShown);
        clickUp.Requests.ShouldBe([Teams]);
    }

    [Fact]
    public async Task A_list_does_not_wait_for_a_slow_ClickUp_and_asks_again()
    {
        Resolution.FakeClickUp clickUp = new() { Gate = new TaskCompletionSource() };
        clickUp.Set(Teams, Two);
        ToolGateway gateway = Gateway(clickUp);

        ValueTask learning = gateway.LearnListAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(4));
        await learning;
        bool wasShown = Shows(gateway);
        bool wasKnown = gateway.IsListKnown;
        clickUp.Gate.SetResult();
        await gateway.LearnListAsync(TestContext.Current.CancellationToken);

        wasShown.ShouldBeFalse();
        wasKnown.ShouldBeFalse();
        Shows(gateway).ShouldBeTrue();
    }

    [Fact]
    public void Nobody_is_asked_where_a_workspace_is_configured_or_there_is_no_token()
    {
        CompositionRoot composition = new(_time);
        ServerOptions configured = new() { ApiKey = new Secret("pk_1_A"), WorkspaceId = "9012" };

        composition.CreateInventory(new ServerOptions()).Tools.Value.IsListKnown.ShouldBeTrue();
        composition.CreateInventory(configured).Tools.Value.IsListKnown.ShouldBeTrue();
        composition.CreateInventory(configured with { WorkspaceId = null }).Tools.Value.IsListKnown.ShouldBeFalse();
    }

    [Fact]
    public async Task A_token_that_ClickUp_refuses_still_gets_a_list()
    {
        ToolGateway gateway = Gateway(new Resolution.FakeClickUp());

        await gateway.LearnListAsync(TestContext.Current.CancellationToken);

        gateway.IsListKnown.ShouldBeFalse();
        Shows(gateway).ShouldBeFalse();
    }

    private static bool Shows(ToolGateway gateway) =>
        Encoding.UTF8.GetString(gateway.ToolList.Span).Contains("\"workspace\":", StringComparison.Ordinal);

    private ToolGateway Gateway(Resolution.FakeClickUp clickUp)
    {
        ResolverFixture fixture = new(clickUp);
        ToolInventory inventory = new(
            EmittedCatalog.Instance,
            ToolPolicy.Create(new ToolPolicyOptions(), EmittedCatalog.Instance)
        );
        ToolServices services = new(
            clickUp,
            fixture.Directory,
            fixture.Resolver,
            new Projector(OutputFormat.Text, 60_000, false),
            TestCursors.Codec(_time),
            _time
        );
        return new ToolGateway(
            inventory,
            () => new LimitTiers(new ServerOptions(), _time),
            _ => new ToolDispatcher(inventory, services, static _ => { })
        )
        {
            AsksForWorkspaces = true,
        };
    }
}
