using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tests.Api;

namespace ClickUpMcp.Tests.RateLimiting.Chain;

/// <summary>Look-ups that several calls wait for together.</summary>
public class SharedWaitTests
{
    private readonly Chain _chain;
    private bool _isFirst = true;

    public SharedWaitTests() => _chain = new Chain((_, _) => Task.FromResult(Response()));

    [Fact]
    public void All_calls_that_wait_for_a_look_up_hear_of_it_and_the_most_patient_one_bounds_it()
    {
        TestCall hasty = new(_chain.Time, seconds: 10);
        TestCall patient = new(_chain.Time);
        WorkspaceDirectory directory = new(_chain.Client(), new ResolverOptions(), _chain.Time);
        _chain.Run(async () =>
        {
            await _chain.SendAsync(ClickUpMethod.Get);
            using CancellationTokenSource deadline = new(TimeSpan.FromSeconds(10), _chain.Time);
            // Alone the hasty call would be refused, since the budget is closed for 20 s.
            Task<UserInfo> late = directory.For(patient).GetUserAsync(CancellationToken.None);
            Task<UserInfo> early = directory.For(hasty).GetUserAsync(deadline.Token);
            await Should.ThrowAsync<OperationCanceledException>(early);
            (await late).Id.ShouldBe("7");
            _chain.Now.ShouldBe(20);
        });
        hasty.Notices.Count.ShouldBeInRange(4, 5);
        patient.Notices.Count.ShouldBeInRange(9, 10);
    }

    [Fact]
    public void A_look_up_that_cannot_be_in_time_is_refused_at_once()
    {
        WorkspaceDirectory directory = new(_chain.Client(), new ResolverOptions(), _chain.Time);
        _chain.Run(async () =>
        {
            await _chain.SendAsync(ClickUpMethod.Get);
            TestCall call = new(_chain.Time, seconds: 10);
            (
                await Should.ThrowAsync<ClickUpApiException>(directory.For(call).GetUserAsync(CancellationToken.None))
            ).Next!.ShouldContain("in 20 s");
            _chain.Now.ShouldBe(0);
        });
    }

    private HttpResponseMessage Response()
    {
        HttpResponseMessage response = ScriptedHandler.Json(200, """{"user":{"id":7}}""");
        if (_isFirst)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", "20");
        }

        _isFirst = false;
        return response;
    }
}
