using System.Text;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Tests.Protocol;

/// <summary>Prompts, which are served at once, and resources, which take time; both say what they were asked for.</summary>
internal sealed class FakeFeature : IServerFeature
{
    public string Capability(bool isModern) => isModern ? "\"prompts\":{}" : "\"prompts\":{\"old\":true}";

    public bool Has(MessageMethod method) =>
        method
            is MessageMethod.ListPrompts
                or MessageMethod.GetPrompt
                or MessageMethod.ReadResource
                or MessageMethod.Subscribe;

    public bool IsImmediate(MessageMethod method) => method is MessageMethod.ListPrompts or MessageMethod.GetPrompt;

    public ValueTask<MethodResult> ServeAsync(
        MessageMethod method,
        McpRequest request,
        CancellationToken cancellationToken
    ) =>
        new(
            request.Subject switch
            {
                "none" => MethodResult.Failed(RpcFault.InvalidParams("There is none.") with { Data = "{\"a\":1}" }),
                "more" => MethodResult.InputRequired("\"requestState\":\"s\""u8.ToArray()),
                "crash" => throw new InvalidOperationException("secret detail"),
                "" => MethodResult.Of("\"prompts\":[]"u8.ToArray()),
                _ when method == MessageMethod.Subscribe => default,
                var subject => MethodResult.Of(
                    Encoding.UTF8.GetBytes(
                        $"\"got\":\"{subject}\",\"arguments\":{Encoding.UTF8.GetString(request.Arguments.Span)}"
                    )
                ),
            }
        );
}
