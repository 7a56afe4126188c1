using System.Text.Json;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Conformance;

/// <summary>Tools that answer a modern client with what they still need.</summary>
internal static class InputRequiredTools
{
    public static FixtureTool[] All { get; } =
    [
        FixtureTool.Of("test_missing_capability", RequireSampling),
        FixtureTool.Of("test_streaming_elicitation", static request => AskOnce(request, "n", "n?")),
        FixtureTool.Of("test_input_required_result_elicitation", Greet),
        FixtureTool.Of("test_input_required_result_sampling", AskModel),
        FixtureTool.Of("test_input_required_result_list_roots", AskRoots),
        FixtureTool.Of("test_input_required_result_request_state", Confirm),
        FixtureTool.Of("test_input_required_result_tampered_state", Confirm),
        FixtureTool.Of("test_input_required_result_multiple_inputs", AskAll),
        FixtureTool.Of("test_input_required_result_multi_round", AskTwice),
        FixtureTool.Of("test_input_required_result_capabilities", AskWhatIsPossible),
    ];

    private static MethodResult RequireSampling(McpRequest request) =>
        request.Client.Capabilities.HasFlag(ClientCapabilities.Sampling)
            ? Results.Text("ok")
            : MethodResult.Failed(
                new RpcFault(
                    RpcErrorCode.MissingClientCapability,
                    "This tool asks the client's model; declare sampling in the client's capabilities.",
                    """{"requiredCapabilities":{"sampling":{}}}"""
                )
            );

    private static MethodResult AskOnce(McpRequest request, string key, string question) =>
        Inputs.Accepted(request, key) is not null ? Results.Text("ok") : Inputs.Need((key, Inputs.Form(question, key)));

    private static MethodResult Greet(McpRequest request)
    {
        if (Inputs.Accepted(request, "user_name") is not { } response)
        {
            return Inputs.Need(("user_name", Inputs.Form("What is your name?", "name")));
        }

        string? name =
            response.TryGetProperty("content", out JsonElement content)
            && content.TryGetProperty("name", out JsonElement value)
                ? value.ToString()
                : null;
        return Results.Text($"Hello, {name}!");
    }

    private static MethodResult AskModel(McpRequest request) =>
        Inputs.Response(request, "capital_question") is { } response
            ? Results.Text(response.GetProperty("content").ToString())
            : Inputs.Need(("capital_question", Inputs.Sample("What is the capital of France?", 100)));

    private static MethodResult AskRoots(McpRequest request) =>
        Inputs.Response(request, "client_roots") is { } response
            ? Results.Text(response.GetProperty("roots").ToString())
            : Inputs.Need(("client_roots", Inputs.Roots()));

    private static MethodResult Confirm(McpRequest request) =>
        Continue(
            request,
            "confirm",
            Inputs.Need("confirm", ("confirm", Inputs.Form("Please confirm", "ok", "boolean"))),
            "state-ok"
        );

    private static MethodResult AskAll(McpRequest request) =>
        Continue(
            request,
            "multi",
            Inputs.Need(
                "multi",
                ("user_name", Inputs.Form("What is your name?", "name")),
                ("greeting", Inputs.Sample("Generate a greeting", 50)),
                ("client_roots", Inputs.Roots())
            ),
            "All inputs arrived."
        );

    private static MethodResult Continue(McpRequest request, string word, MethodResult first, string done) =>
        Inputs.State(request) is not { } state ? first
        : SealedState.Open(state) == word ? Results.Text(done)
        : Tampered();

    private static MethodResult AskTwice(McpRequest request) =>
        Inputs.State(request) is not { } state
            ? Inputs.Need("first", ("step1", Inputs.Form("Step 1: What is your name?", "name")))
            : SealedState.Open(state) switch
            {
                "second" => Results.Text("done"),
                "first" => Inputs.Need(
                    "second",
                    ("step2", Inputs.Form("Step 2: What is your favorite color?", "color"))
                ),
                _ => Tampered(),
            };

    private static MethodResult AskWhatIsPossible(McpRequest request)
    {
        ClientCapabilities client = request.Client.Capabilities;
        List<(string, string)> wanted = [];
        if (client.HasFlag(ClientCapabilities.Sampling))
        {
            wanted.Add(("sampling", Inputs.Sample("hi", 10)));
        }

        if (client.HasFlag(ClientCapabilities.ElicitationForm))
        {
            wanted.Add(("elicitation", Inputs.Form("hi", "x")));
        }

        return wanted.Count == 0 ? Results.Text("Nothing can be asked.") : Inputs.Need([.. wanted]);
    }

    private static MethodResult Tampered() => Results.Invalid("The request state is not what this server sent.");
}
