using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tests.Resolution;

public class CacheTests
{
    private const string Spaces = "/api/v2/team/9012/space";

    private static UnboundCall Nobody { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_parallel_resolves_load_the_hierarchy_once()
    {
        ResolverFixture fixture = new();
        fixture.ClickUp.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<string?>[] resolves = Enumerable
            .Range(0, 100)
            .Select(i => Task.Run(() => fixture.IdAsync(EntityKind.List, i % 2 == 0 ? "Bugs" : "Sprint 1")))
            .ToArray();
        fixture.ClickUp.Gate.SetResult();
        string?[] ids = await Task.WhenAll(resolves);
        ids.ShouldBeSubsetOf(["1001", "1002"]);
        fixture.ClickUp.Requests.Count.ShouldBe(1 + 1 + 2 * 2);
        fixture.ClickUp.Requests.ShouldBeUnique();
    }

    [Fact]
    public async Task No_more_than_four_requests_run_at_once()
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        string spaces = string.Join(
            ',',
            Enumerable.Range(0, 20).Select(static i => $$"""{"id":"{{i}}","name":"S{{i}}"}""")
        );
        clickUp.Set(Spaces, $$"""{"spaces":[{{spaces}}]}""");
        for (int i = 0; i < 20; i++)
        {
            clickUp.Set($"/api/v2/space/{i}/folder", "{}");
            clickUp.Set($"/api/v2/space/{i}/list", "{}");
        }

        (await new ResolverFixture(clickUp).IdAsync(EntityKind.Space, "S19")).ShouldBe("19");
        clickUp.Requests.Count.ShouldBe(1 + 1 + 2 * 20);
        clickUp.MostInFlight.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    [Trait("Requirement", "T-02")]
    [Trait("Promise", "PB-07")]
    public async Task What_was_loaded_is_believed_for_a_minute()
    {
        ResolverFixture fixture = new();
        await fixture.IdAsync(EntityKind.List, "Bugs");
        fixture.Time.Advance(TimeSpan.FromSeconds(59));
        await fixture.IdAsync(EntityKind.List, "Bugs");
        fixture.ClickUp.Count(Spaces).ShouldBe(1);
        fixture.Time.Advance(TimeSpan.FromSeconds(1));
        await fixture.IdAsync(EntityKind.List, "Bugs");
        fixture.ClickUp.Count(Spaces).ShouldBe(2);
    }

    [Fact]
    public async Task A_miss_reloads_once_when_the_data_is_older_than_five_seconds()
    {
        ResolverFixture fixture = new();
        await fixture.FailAsync(EntityKind.List, "New");
        fixture.ClickUp.Count(Spaces).ShouldBe(1);
        fixture.ClickUp.Set("/api/v2/space/20/list", """{"lists":[{"id":"77","name":"New"}]}""");
        fixture.Time.Advance(TimeSpan.FromSeconds(4));
        await fixture.FailAsync(EntityKind.List, "New");
        fixture.ClickUp.Count(Spaces).ShouldBe(1);
        fixture.Time.Advance(TimeSpan.FromSeconds(1));
        (await fixture.IdAsync(EntityKind.List, "New")).ShouldBe("77");
        fixture.ClickUp.Count(Spaces).ShouldBe(2);
    }

    [Fact]
    public async Task Invalidation_loads_anew()
    {
        ResolverFixture fixture = new();
        await fixture.IdAsync(EntityKind.List, "Bugs");
        fixture.Directory.Invalidate(new(EntityKind.List));
        await fixture.IdAsync(EntityKind.List, "Bugs");
        fixture.ClickUp.Count(Spaces).ShouldBe(2);
    }

    [Fact]
    public async Task Failures_are_not_kept()
    {
        ResolverFixture fixture = new();
        Func<ClickUpRequest, string> good = fixture.ClickUp.Routes[Spaces];
        fixture.ClickUp.Routes.TryRemove(Spaces, out _);
        await fixture.FailAsync(EntityKind.List, "Bugs");
        fixture.ClickUp.Routes[Spaces] = good;
        (await fixture.IdAsync(EntityKind.List, "Bugs")).ShouldBe("1001");
    }

    [Fact]
    public async Task Two_principals_never_share()
    {
        FakeClickUp other = FakeClickUp.Acme();
        other.Set("/api/v2/space/20/list", """{"lists":[{"id":"666","name":"Secret plans"}]}""");
        ResolverFixture first = new();
        ResolverFixture second = new(other);
        (await second.IdAsync(EntityKind.List, "Secret plans")).ShouldBe("666");
        ActionableException error = await first.FailAsync(EntityKind.List, "Secret plans");
        string.Join('|', error.Options).ShouldNotContain("Secret plans");
        first.ClickUp.Count(Spaces).ShouldBe(1);
    }

    [Fact]
    public void Nothing_of_the_namespace_is_static_state() =>
        typeof(NameResolver)
            .Assembly.GetTypes()
            .Where(static type => type.Namespace == typeof(NameResolver).Namespace && !type.IsEnum)
            .SelectMany(static type =>
                type.GetFields(
                    System.Reflection.BindingFlags.Static
                        | System.Reflection.BindingFlags.NonPublic
                        | System.Reflection.BindingFlags.Public
                )
            )
            .Where(static field =>
                !field.IsLiteral
                && field.FieldType != typeof(TimeSpan)
                && !field.DeclaringType!.IsDefined(
                    typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute),
                    false
                )
            )
            .Select(static field => $"{field.DeclaringType}.{field.Name}")
            .ShouldBeEmpty();

    [Fact]
    public async Task The_last_caller_to_give_up_stops_the_load()
    {
        ManualTimeProvider time = new();
        LoadCache<int> cache = new(time, capacity: 1);
        CancellationToken seen = default;
        TaskCompletionSource<int> result = new();
        Task<int> Load(IUpstreamCall call, CancellationToken token)
        {
            seen = token;
            return result.Task.WaitAsync(token);
        }

        using CancellationTokenSource first = new();
        using CancellationTokenSource second = new();
        Task<int> one = cache.GetAsync("k", TimeSpan.FromMinutes(1), Load, Nobody, first.Token);
        Task<int> two = cache.GetAsync(
            "k",
            TimeSpan.FromMinutes(1),
            (_, _) => Task.FromResult(0),
            Nobody,
            second.Token
        );
        await first.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(one);
        seen.IsCancellationRequested.ShouldBeFalse();
        await second.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(two);
        seen.IsCancellationRequested.ShouldBeTrue();
        (
            await cache.GetAsync("k", TimeSpan.FromMinutes(1), static (_, _) => Task.FromResult(5), Nobody, Token)
        ).ShouldBe(5);
    }

    [Fact]
    public async Task One_caller_giving_up_does_not_disturb_another()
    {
        LoadCache<int> cache = new(new ManualTimeProvider(), capacity: 1);
        TaskCompletionSource<int> result = new();
        using CancellationTokenSource first = new();
        Task<int> one = cache.GetAsync(
            "k",
            TimeSpan.FromMinutes(1),
            (_, token) => result.Task.WaitAsync(token),
            Nobody,
            first.Token
        );
        Task<int> two = cache.GetAsync(
            "k",
            TimeSpan.FromMinutes(1),
            static (_, _) => Task.FromResult(0),
            Nobody,
            Token
        );
        await first.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(one);
        result.SetResult(7);
        (await two).ShouldBe(7);
    }

    [Fact]
    [Trait("Requirement", "T-02")]
    public async Task The_cache_stays_within_its_capacity()
    {
        ManualTimeProvider time = new();
        LoadCache<int> cache = new(time, capacity: 2);
        int loads = 0;
        Task<int> GetAsync(string key) =>
            cache.GetAsync(key, TimeSpan.FromMinutes(1), (_, _) => Task.FromResult(++loads), Nobody, Token);

        foreach (string key in (string[])["a", "b", "c", "b", "c"])
        {
            await GetAsync(key);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        loads.ShouldBe(3);
        await GetAsync("a");
        loads.ShouldBe(4);
    }

    [Fact]
    public async Task A_load_that_was_overtaken_by_an_invalidation_is_not_kept()
    {
        LoadCache<int> cache = new(new ManualTimeProvider(), capacity: 2);
        TaskCompletionSource<int> old = new();
        Task<int> first = cache.GetAsync("k", TimeSpan.FromMinutes(1), (_, _) => old.Task, Nobody, Token);
        cache.Clear();
        old.SetResult(1);
        (await first).ShouldBe(1);
        (
            await cache.GetAsync("k", TimeSpan.FromMinutes(1), static (_, _) => Task.FromResult(2), Nobody, Token)
        ).ShouldBe(2);
    }
}
