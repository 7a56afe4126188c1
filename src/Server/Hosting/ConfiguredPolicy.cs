using ClickUpMcp.Errors;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;

namespace ClickUpMcp.Hosting;

/// <summary>Makes the policy of tools that the options come to.</summary>
internal static class ConfiguredPolicy
{
    /// <exception cref="OptionsException">They name tools, categories or personas that do not exist.</exception>
    public static ToolPolicy Create(ServerOptions options)
    {
        try
        {
            return ToolPolicy.Create(
                new ToolPolicyOptions
                {
                    EnabledTools = Joined(options.EnabledTools),
                    DisabledTools = Joined(options.DisabledTools),
                    EnabledCategories = Joined(options.EnabledCategories),
                    DisabledCategories = Joined(options.DisabledCategories),
                    Personas = options.Persona,
                    ReadOnly = options.ReadOnly,
                    Confirmation = options.Confirmation,
                    Lockdown = options.Lockdown,
                },
                EmittedCatalog.Instance
            );
        }
        catch (ActionableException error)
        {
            throw AsOptionsError(error);
        }
    }

    private static string? Joined(string[] names) => names.Length == 0 ? null : string.Join(',', names);

    /// <summary>The same, narrowed by the policy file for one who calls.</summary>
    /// <exception cref="OptionsException">They name tools, categories or personas that do not exist.</exception>
    public static IToolSelection CreateFor(string who, ServerOptions options) =>
        options.Policy is { } file ? file.Narrow(Create(options), who) : Create(options);

    /// <summary>The same error as one of the configuration.</summary>
    public static OptionsException AsOptionsError(ActionableException error) =>
        new(
            string.Join(
                ' ',
                new[] { error.What, error.Why, error.Next, string.Join(", ", error.Options) }.Where(part =>
                    !string.IsNullOrEmpty(part)
                )
            )
        );
}
