using System.Text;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Conformance;

/// <summary>The prompts of the suite.</summary>
internal sealed class FixturePrompts : IServerFeature
{
    private static readonly MethodResult List = Results.Of(
        "\"prompts\":["
            + string.Join(
                ',',
                Describe("test_simple_prompt"),
                Describe("test_prompt_with_arguments", "arg1", "arg2"),
                Describe("test_prompt_with_embedded_resource", "resourceUri"),
                Describe("test_prompt_with_image"),
                Describe("test_input_required_result_prompt")
            )
            + ']'
    );

    public string Capability(bool isModern) => "\"prompts\":{}";

    public bool Has(MessageMethod method) => method is MessageMethod.ListPrompts or MessageMethod.GetPrompt;

    public ValueTask<MethodResult> ServeAsync(
        MessageMethod method,
        McpRequest request,
        CancellationToken cancellationToken
    ) => new(method == MessageMethod.ListPrompts ? List : Get(request));

    private static MethodResult Get(McpRequest request) =>
        request.Subject switch
        {
            "test_simple_prompt" => Say(Results.TextBlock("This is a simple prompt for testing.")),
            "test_prompt_with_arguments" => Say(
                Results.TextBlock(
                    $"Prompt with arguments: arg1='{Results.Argument(request, "arg1")}', arg2='{Results.Argument(request, "arg2")}'"
                )
            ),
            "test_prompt_with_embedded_resource" => Say(
                Results.ResourceBlock(
                    Results.Argument(request, "resourceUri"),
                    "text/plain",
                    "Embedded resource content for testing."
                ),
                Results.TextBlock("Please process the embedded resource above.")
            ),
            "test_prompt_with_image" => Say(Results.ImageBlock(), Results.TextBlock("Please analyze the image above.")),
            "test_input_required_result_prompt" => Inputs.Accepted(request, "user_context") is not null
                ? Say(Results.TextBlock("ok"))
                : Inputs.Need(("user_context", Inputs.Form("What context should the prompt use?", "context"))),
            _ => Results.Invalid("There is no such prompt."),
        };

    private static string Describe(string name, params string[] arguments)
    {
        var text = new StringBuilder($$"""{"name":"{{name}}","description":"Fixture {{name}}","arguments":[""");
        text.AppendJoin(',', arguments.Select(static argument => $$"""{"name":"{{argument}}","required":true}"""));
        return text.Append("]}").ToString();
    }

    private static MethodResult Say(params string[] blocks) =>
        Results.Of(
            "\"messages\":["
                + string.Join(',', blocks.Select(static block => $$"""{"role":"user","content":{{block}}}"""))
                + ']'
        );
}
