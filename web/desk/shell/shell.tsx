import AppLayout from "@cloudscape-design/components/app-layout";
import SideNavigation, { type SideNavigationProps } from "@cloudscape-design/components/side-navigation";
import Spinner from "@cloudscape-design/components/spinner";
import TopNavigation from "@cloudscape-design/components/top-navigation";
import { Suspense, useEffect, useState } from "react";
import { hashOf, useDeskLocation } from "../navigation/location.ts";
import type { Screen } from "../navigation/screen.ts";
import { menuHeadings, screenAt, screens } from "../navigation/screens.ts";
import { CallBar } from "../calls/call-bar.tsx";
import { TrainingBar } from "../training/training-bar.tsx";
import { isEmbedded } from "../workspace.ts";
import { useDesk } from "./desk-context.ts";
import { NoScreen } from "./no-screen.tsx";
import { usePlainNavigation } from "./use-plain-navigation.ts";

/** The frame around every screen: whose desk it is, who is signed in, and where one can go. */
export function Shell(props: { readonly programmeName: string; readonly signOut: () => Promise<void> }) {
  const { me } = useDesk();
  const { path } = useDeskLocation();
  const [isNavigationOpen, setNavigationOpen] = useState(!isEmbedded());
  usePlainNavigation();
  const found = screenAt(path);
  const offered = screens.filter(({ menu, roles }) => menu !== undefined && roles.includes(me.role));
  const isAllowed = found?.screen.roles.includes(me.role) ?? false;
  const Content = found?.screen.component;
  const title = found && isAllowed ? found.screen.title : "開けない画面";
  useEffect(() => {
    document.title = `${title} - ${props.programmeName}`;
  }, [title, props.programmeName]);
  return (
    <>
      <div id="desk-top">
        <TopNavigation
          identity={{ href: hashOf([]), title: `相談窓口　${props.programmeName}` }}
          utilities={[
            {
              type: "menu-dropdown",
              text: `${me.staff}（${me.roleName}）`,
              ariaLabel: `サインイン中: ${me.staff}（${me.roleName}）`,
              iconName: "user-profile",
              items: [{ id: "sign-out", text: "サインアウト" }],
              onItemClick: () => void props.signOut(),
            },
          ]}
        />
      </div>
      <AppLayout
        headerSelector="#desk-top"
        toolsHide
        navigationWidth={220}
        navigationOpen={isNavigationOpen}
        onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        navigation={<SideNavigation activeHref={activeHref(path)} items={menuOf(offered)} />}
        content={
          <>
            {me.isTraining && <TrainingBar />}
            <CallBar />
            <Suspense fallback={<Spinner size="large" />}>
              {found && Content && isAllowed ? (
                <Content key={path.join("/")} path={found.values} offered={offered} />
              ) : (
                <NoScreen isKnown={found !== undefined} />
              )}
            </Suspense>
          </>
        }
      />
    </>
  );
}

/** The side navigation, with the screens under their headings. */
function menuOf(offered: readonly Screen[]): SideNavigationProps.Item[] {
  const groups = Object.entries(menuHeadings).flatMap(([menu, heading]): SideNavigationProps.Item[] => {
    const items = offered
      .filter((screen) => screen.menu === menu)
      .map(({ path, title }): SideNavigationProps.Link => ({ type: "link", text: title, href: `#/${path}` }));
    return items.length === 0 ? [] : [{ type: "section-group", title: heading, items }];
  });
  return [{ type: "link", text: "はじめに", href: hashOf([]) }, ...groups];
}

/** The entry that is marked: the list's, while one of its things is open. */
function activeHref(path: readonly string[]): string {
  return hashOf(path.slice(0, 1));
}
