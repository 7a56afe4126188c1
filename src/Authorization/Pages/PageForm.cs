namespace ClickUpMcp.Authorization.Pages;

/// <summary>Where a form is sent, and with what.</summary>
/// <param name="Address">The path it is posted to.</param>
/// <param name="Token">The value of the hidden field <see cref="FormFields.Token"/>.</param>
/// <param name="Targets">
/// Sources for <c>form-action</c> beside <c>'self'</c>: where redirections lead after it was sent.
/// </param>
public sealed record PageForm(string Address, string Token, IReadOnlyList<string> Targets);
