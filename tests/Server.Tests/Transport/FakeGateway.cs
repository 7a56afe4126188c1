using System.Text;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Transport;

namespace ClickUpMcp.Server.Tests.Transport;

/// <summary>Tools whose behaviour a test can tell from their name.</summary>
internal sealed class FakeGateway : IToolGateway
{
    public const string List = """[{"name":"echo","inputSchema":{"type":"object"}}]""";

    public const string StructuredList = """[{"name":"echo","inputSchema":{"type":"object"},"outputSchema":{}}]""";

    /// <summary>Completes when a call of <c>hang</c> or <c>stuck</c> has begun.</summary>
    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the token of a call of <c>hang</c> fires.</summary>
    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets <c>wait</c> go on.</summary>
    public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The reporter of the last call of <c>progress</c>.</summary>
    public IProgressReporter? LastProgress { get; private set; }

    public ReadOnlyMemory<byte> ToolList { get; } = Encoding.UTF8.GetBytes(List);

    /// <summary>Whether output schemas are wanted.</summary>
    public bool IsStructured { get; set; }

    public ReadOnlyMemory<byte> StructuredToolList => IsStructured ? Encoding.UTF8.GetBytes(StructuredList) : ToolList;

    public async ValueTask<ToolGatewayResult> CallAsync(
        string name,
        ReadOnlyMemory<byte> argumentsUtf8,
        IProgressReporter progress,
        CancellationToken cancellationToken,
        CallFacts? facts = null
    )
    {
        switch (name)
        {
            case "echo":
                await Task.Yield();
                return ToolGatewayResult.Called(new ToolResult(Encoding.UTF8.GetString(argumentsUtf8.Span)));
            case "structure":
                StructuredAnswer answer = new(new ShapeDefinition("x", "xs", []), false, """{"a":"\"é"}""");
                return ToolGatewayResult.Called(new ToolResult(new ShownAnswer("a", answer)));
            case "refuse":
                return ToolGatewayResult.Called(new ToolResult("No.", IsError: true));
            case "crash":
                throw new InvalidOperationException("secret detail");
            case "hang":
                await using (cancellationToken.Register(() => Cancelled.TrySetResult()))
                {
                    Started.TrySetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                }

                throw new InvalidOperationException("A hanging call ended.");
            case "stuck":
                Started.TrySetResult();
                await new TaskCompletionSource().Task;
                throw new InvalidOperationException("A stuck call ended.");
            case "wait":
                Started.TrySetResult();
                await Go.Task;
                return ToolGatewayResult.Called(new ToolResult("waited"));
            case "progress":
                LastProgress = progress;
                progress.Report(1, 3, "one");
                progress.Report(1, 3, "again");
                progress.Report(double.NaN, null, "never");
                progress.Report(2.5, null, "two\n\"and a half\"");
                return ToolGatewayResult.Called(new ToolResult("done"));
            default:
                return ToolGatewayResult.Unknown($"There is no tool {name}. Did you mean echo?");
        }
    }
}
