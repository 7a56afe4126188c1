using ClickUpMcp.Errors;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Protocol.Offers;

/// <summary>The prompts of the spec, for principals who may call all the tools that one sends a model to.</summary>
/// <param name="tools">What the principal may call; asked for by the first request.</param>
internal sealed class PromptOffer(Func<ToolInventory> tools) : IMethodHandler
{
    public bool IsImmediate(MessageMethod method) => true;

    public ValueTask<MethodResult> ServeAsync(
        MessageMethod method,
        McpRequest request,
        CancellationToken cancellationToken
    ) => new(method == MessageMethod.ListPrompts ? List() : Get(request));

    /// <summary>The prompts that a principal sees.</summary>
    public static PromptDefinition[] Visible(ToolInventory tools) =>
        Array.FindAll(tools.Catalog.Prompts, prompt => IsVisible(prompt, tools));

    private static bool IsVisible(PromptDefinition prompt, ToolInventory tools)
    {
        foreach (int tool in prompt.Tools)
        {
            if (!tools.IsAvailable(tool))
            {
                return false;
            }
        }

        return true;
    }

    // Clients ask for it at their start, so that it runs few things that a start has not run already.
    private MethodResult List()
    {
        ToolInventory own = tools();
        using var buffer = new MessageBuffer();
        buffer.Append("\"prompts\":["u8);
        bool isFirst = true;
        foreach (PromptDefinition prompt in own.Catalog.Prompts)
        {
            if (IsVisible(prompt, own))
            {
                buffer.Append(isFirst ? default : ","u8).Append(prompt.Listed);
                isFirst = false;
            }
        }

        return MethodResult.Of(buffer.Append("]"u8).Written.ToArray());
    }

    private MethodResult Get(McpRequest request)
    {
        ToolInventory own = tools();
        PromptDefinition[] visible = Visible(own);
        if (Array.Find(visible, prompt => prompt.Name == request.Subject) is not { } prompt)
        {
            string[] names = [.. visible.Select(static prompt => prompt.Name)];
            return Refuse(
                $"There is no prompt {TextArguments.Shown(request.Subject)} here{Hint(request.Subject, names)} "
                    + "prompts/list shows those that there are."
            );
        }

        TextArguments arguments = TextArguments.Read(request.Arguments, out string? problem);
        problem ??= ProblemWith(prompt, arguments);
        return problem is null ? Say(prompt, PromptText.Of(prompt, arguments, RunsOthers(own))) : Refuse(problem);
    }

    private static bool RunsOthers(ToolInventory own) =>
        own.Listed.Any(index =>
            own.Catalog.CategoryNames[own.Catalog.CategoryIndex(index)] == CatalogView.DiscoveryCategory
        );

    private static string? ProblemWith(PromptDefinition prompt, TextArguments arguments)
    {
        string[] names = [.. prompt.Arguments.Select(static argument => argument.Name)];
        if (arguments.Names.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            return $"The prompt {prompt.Name} has no argument {TextArguments.Shown(unknown)}{Hint(unknown, names)} "
                + $"It takes {(names.Length == 0 ? "none" : string.Join(", ", names))}.";
        }

        foreach (PromptArgument argument in prompt.Arguments)
        {
            string? given = arguments.Find(argument.Name);
            if (given is null && argument.Default is null)
            {
                return $"The prompt {prompt.Name} needs the argument \"{argument.Name}\": {argument.Description}";
            }

            if (given is not null && argument.Values.Length > 0 && !argument.Values.Contains(given))
            {
                return $"The argument \"{argument.Name}\" is one of {string.Join(", ", argument.Values)}.";
            }
        }

        return null;
    }

    private static MethodResult Say(PromptDefinition prompt, string text)
    {
        using var buffer = new MessageBuffer();
        buffer.Append("\"description\":"u8).AppendString(prompt.Description);
        buffer
            .Append(",\"messages\":[{\"role\":\"user\",\"content\":{\"type\":\"text\",\"text\":"u8)
            .AppendString(text);
        return MethodResult.Of(buffer.Append("}}]"u8).Written.ToArray());
    }

    private static string Hint(string unknown, string[] names) =>
        DidYouMean.Hint(unknown, names) is { Length: > 0 } hint ? hint : ".";

    private static MethodResult Refuse(string message) => MethodResult.Failed(RpcFault.InvalidParams(message));
}
