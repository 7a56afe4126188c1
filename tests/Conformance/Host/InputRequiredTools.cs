using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ClickUpMcp.Conformance;

/// <summary>Tools that answer a modern client with what they still need.</summary>
internal static class InputRequiredTools
{
    public static FixtureTool[] All { get; } =
    [
        Of("test_missing_capability", RequireSampling),
        Of("test_streaming_elicitation", static request => AskOnce(request, "n", "n?")),
        Of("test_input_required_result_elicitation", Greet),
        Of("test_input_required_result_sampling", AskModel),
        Of("test_input_required_result_list_roots", AskRoots),
        Of("test_input_required_result_request_state", Confirm),
        Of("test_input_required_result_tampered_state", Confirm),
        Of("test_input_required_result_multiple_inputs", AskAll),
        Of("test_input_required_result_multi_round", AskTwice),
        Of("test_input_required_result_capabilities", AskWhatIsPossible),
    ];

    private static FixtureTool Of(string name, Func<RequestContext<CallToolRequestParams>, CallToolResult> run) =>
        new(name, (request, _) => new ValueTask<CallToolResult>(run(request)));

    private static CallToolResult RequireSampling(RequestContext<CallToolRequestParams> request) =>
        request.Server.ClientCapabilities?.Sampling is null
            ? throw new MissingRequiredClientCapabilityException(
                new ClientCapabilities { Sampling = new SamplingCapability() }
            )
            : Results.Text("ok");

    private static CallToolResult AskOnce(RequestContext<CallToolRequestParams> request, string key, string question) =>
        Inputs.Accepted(request.Params, key) is not null
            ? Results.Text("ok")
            : throw Need((key, Inputs.Form(question, key)));

    private static CallToolResult Greet(RequestContext<CallToolRequestParams> request)
    {
        ElicitResult answer =
            Inputs.Accepted(request.Params, "user_name")
            ?? throw Need(("user_name", Inputs.Form("What is your name?", "name")));
        string? name = answer.Content?.TryGetValue("name", out var value) == true ? value.ToString() : null;
        return Results.Text($"Hello, {name}!");
    }

    private static CallToolResult AskModel(RequestContext<CallToolRequestParams> request)
    {
        if (request.Params.InputResponses?.TryGetValue("capital_question", out InputResponse? answer) != true)
        {
            throw Need(("capital_question", Inputs.Sample("What is the capital of France?", 100)));
        }

        CreateMessageResult? said = answer!.Deserialize(InputResponse.CreateMessageResultJsonTypeInfo);
        return Results.Text(said?.Content.OfType<TextContentBlock>().FirstOrDefault()?.Text ?? "nothing");
    }

    private static CallToolResult AskRoots(RequestContext<CallToolRequestParams> request)
    {
        if (request.Params.InputResponses?.TryGetValue("client_roots", out InputResponse? answer) != true)
        {
            throw Need(("client_roots", Inputs.Roots()));
        }

        ListRootsResult? roots = answer!.Deserialize(InputResponse.ListRootsResultJsonTypeInfo);
        return Results.Text(string.Join(',', roots?.Roots.Select(static root => root.Uri) ?? []));
    }

    private static CallToolResult Confirm(RequestContext<CallToolRequestParams> request)
    {
        if (request.Params.RequestState is not { } state)
        {
            throw Need("confirm", ("confirm", Inputs.Form("Please confirm", "ok", isBoolean: true)));
        }

        SealedState.Open(state);
        return Results.Text("state-ok");
    }

    private static CallToolResult AskAll(RequestContext<CallToolRequestParams> request)
    {
        if (request.Params.RequestState is not { } state)
        {
            throw Need(
                "multi",
                ("user_name", Inputs.Form("What is your name?", "name")),
                ("greeting", Inputs.Sample("Generate a greeting", 50)),
                ("client_roots", Inputs.Roots())
            );
        }

        SealedState.Open(state);
        return Results.Text("All inputs arrived.");
    }

    private static CallToolResult AskTwice(RequestContext<CallToolRequestParams> request) =>
        (request.Params.RequestState is { } state ? SealedState.Open(state) : null) switch
        {
            "second" => Results.Text("done"),
            "first" => throw Need("second", ("step2", Inputs.Form("Step 2: What is your favorite color?", "color"))),
            _ => throw Need("first", ("step1", Inputs.Form("Step 1: What is your name?", "name"))),
        };

    private static CallToolResult AskWhatIsPossible(RequestContext<CallToolRequestParams> request)
    {
        ClientCapabilities? client = request.Server.ClientCapabilities;
        List<(string, InputRequest)> wanted = [];
        if (client?.Sampling is not null)
        {
            wanted.Add(("sampling", Inputs.Sample("hi", 10)));
        }

        if (client?.Elicitation is not null)
        {
            wanted.Add(("elicitation", Inputs.Form("hi", "x")));
        }

        return wanted.Count == 0 ? Results.Text("Nothing can be asked.") : throw Need([.. wanted]);
    }

    private static InputRequiredException Need(params (string Key, InputRequest Request)[] requests) =>
        new(requests.ToDictionary(static pair => pair.Key, static pair => pair.Request));

    private static InputRequiredException Need(string state, params (string Key, InputRequest Request)[] requests) =>
        new(requests.ToDictionary(static pair => pair.Key, static pair => pair.Request), SealedState.Seal(state));
}
