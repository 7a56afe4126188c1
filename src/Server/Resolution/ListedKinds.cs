namespace ClickUpMcp.Resolution;

/// <summary>The table of the kinds whose names are found by listing all there are: how to ask, and what comes back.</summary>
internal static class ListedKinds
{
    /// <summary>The row of a kind.</summary>
    public static ListedKind Of(EntityKind kind) =>
        kind switch
        {
            EntityKind.View => new(
                kind,
                IdForm.View,
                new(EntityKind.List, "GetListViews", "/api/v2/list/{in}/view", "views", "required_views"),
                new(EntityKind.Folder, "GetFolderViews", "/api/v2/folder/{in}/view", "views", "required_views"),
                new(EntityKind.Space, "GetSpaceViews", "/api/v2/space/{in}/view", "views", "required_views"),
                InWorkspace("GetTeamViews", "/api/v2/team/{workspace}/view", "views", "required_views")
            )
            {
                Adjective = "type",
            },
            // The goals of folders come first, since ClickUp may repeat them without their folder.
            EntityKind.Goal => new(
                kind,
                IdForm.Uuid,
                InWorkspace("GetGoals", "/api/v2/team/{workspace}/goal", "folders[].goals", "goals") with
                {
                    Query = ("include_completed", "true"),
                }
            ),
            EntityKind.KeyResult => new(
                kind,
                IdForm.Uuid,
                new Listing(EntityKind.Goal, "GetGoal", "/api/v2/goal/{in}", "goal.key_results")
            ),
            EntityKind.Channel => new(
                kind,
                IdForm.View,
                InWorkspace("getChatChannels", "/api/v3/workspaces/{workspace}/chat/channels", "data") with
                {
                    Query = ("limit", "100"),
                    Pages = ListingPages.Cursor,
                }
            )
            {
                Adjective = "visibility",
                Sigil = '#',
            },
            EntityKind.Doc => new(
                kind,
                IdForm.View,
                InWorkspace("searchDocsPublic", "/api/v3/workspaces/{workspace}/docs", "docs") with
                {
                    Query = ("limit", "100"),
                    Pages = ListingPages.Cursor,
                }
            ),
            EntityKind.Page => new(
                kind,
                IdForm.View,
                new Listing(
                    EntityKind.Doc,
                    "getDocPageListingPublic",
                    "/api/v3/workspaces/{workspace}/docs/{in}/page_listing",
                    string.Empty
                )
                {
                    Query = ("max_page_depth", "-1"),
                }
            )
            {
                Children = "pages",
            },
            EntityKind.UserGroup => new(
                kind,
                IdForm.Uuid,
                InWorkspace("GetTeams1", "/api/v2/group", "groups") with
                {
                    Query = ("team_id", Listing.Workspace),
                }
            )
            {
                Sigil = '@',
            },
            EntityKind.TaskTemplate => new(
                kind,
                IdForm.Template,
                InWorkspace("GetTaskTemplates", "/api/v2/team/{workspace}/taskTemplate", "templates") with
                {
                    Pages = ListingPages.Numbered,
                }
            ),
            EntityKind.ListTemplate => new(
                kind,
                IdForm.Template,
                InWorkspace("GetListTemplates", "/api/v2/team/{workspace}/list_template", "templates")
            ),
            EntityKind.FolderTemplate => new(
                kind,
                IdForm.Template,
                InWorkspace("GetFolderTemplates", "/api/v2/team/{workspace}/folder_template", "templates")
            ),
            EntityKind.TaskType => new(
                kind,
                IdForm.Digits,
                InWorkspace("GetCustomItems", "/api/v2/team/{workspace}/custom_item", "custom_items")
            )
            {
                BuiltIn =
                [
                    new NamedThing("0", "Task", "built-in task type", []),
                    new NamedThing("1", "Milestone", "built-in task type", []),
                ],
            },
            EntityKind.CustomRole => new(
                kind,
                IdForm.Digits,
                InWorkspace("GetCustomRoles", "/api/v2/team/{workspace}/customroles", "custom_roles")
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    private static Listing InWorkspace(string operation, string path, params IReadOnlyList<string> items) =>
        new(EntityKind.Workspace, operation, path, items);
}
