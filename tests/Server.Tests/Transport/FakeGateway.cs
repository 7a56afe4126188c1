using System.Text;
using ClickUpMcp.Projection;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Tools.Runtime;

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

    private int _waiting;

    /// <summary>Calls of <c>wait</c> so far.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Lets <c>wait</c> go on.</summary>
    public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The reporter of the last call of <c>progress</c>.</summary>
    public IProgressReporter? LastProgress { get; private set; }

    public ReadOnlyMemory<byte> ToolList =>
        IsBroken ? throw new InvalidOperationException("secret detail") : Encoding.UTF8.GetBytes(List);

    /// <summary>Whether a bug keeps the list from being made.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Whether output schemas are wanted.</summary>
    public bool IsStructured { get; set; }

    public ReadOnlyMemory<byte> StructuredToolList => IsStructured ? Encoding.UTF8.GetBytes(StructuredList) : ToolList;

    public async ValueTask<ToolGatewayResult> CallAsync(McpRequest request, CancellationToken cancellationToken)
    {
        IProgressReporter progress = request.Progress;
        switch (request.Subject)
        {
            case "echo":
                await Task.Yield();
                return ToolGatewayResult.Called(new ToolResult(Encoding.UTF8.GetString(request.Arguments.Span)));
            case "structure":
                StructuredResult reply = new(new ShapeDefinition("x", "xs", []), false, """{"a":"\"é"}""");
                return ToolGatewayResult.Called(new ToolResult(new RenderedResult("a", reply)));
            case "picture":
                return ToolGatewayResult.Called(new ToolResult("a") { Picture = "<svg/>" });
            case "image":
                return ToolGatewayResult.Called(
                    new ToolResult("a") { File = new("PNG+"u8.ToArray(), "image/png", null) }
                );
            case "file":
                ResultFile file = new("%PDF-"u8.ToArray(), "application/pdf", "https://a/\"");
                return ToolGatewayResult.Called(new ToolResult("a") { File = file });
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
                Interlocked.Increment(ref _waiting);
                Started.TrySetResult();
                await Go.Task.WaitAsync(cancellationToken);
                return ToolGatewayResult.Called(new ToolResult("waited"));
            case "progress":
                LastProgress = progress;
                progress.Report(1, 3, "one");
                progress.Report(1, 3, "again");
                progress.Report(double.NaN, null, "never");
                progress.Report(2.5, null, "two\n\"and a half\"");
                return ToolGatewayResult.Called(new ToolResult("done"));
            case "ask":
                ClientResponse response = await request.Client.AskAsync(
                    "elicitation/create",
                    request.Arguments,
                    cancellationToken
                );
                return ToolGatewayResult.Called(
                    new ToolResult($"{response.IsError} {Encoding.UTF8.GetString(response.Json.Span)}")
                );
            default:
                return ToolGatewayResult.Unknown($"There is no tool {request.Subject}. Did you mean echo?");
        }
    }
}
